#include "program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <sstream>
#include <system_error>

namespace chancery::cli {
namespace {

using Clock = std::chrono::steady_clock;

std::string textOf(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

long since(Clock::time_point start) {
  return static_cast<long>(
      std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start).count());
}

// Waits for the end of the child, which closes its end of the pipe, no longer than told.
bool endsWithin(int pipe, long microseconds) {
  pollfd watched{pipe, POLLIN, 0};
  timespec limit{microseconds / 1'000'000, microseconds % 1'000'000 * 1000};
  return ppoll(&watched, 1, &limit, nullptr) != 0;
}

}  // namespace

Ended Program::run(const std::vector<std::string>& arguments, std::optional<long> killAfter) const {
  const std::string out = (folder_ / ".out").string();
  const std::string err = (folder_ / ".err").string();
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category());
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  posix_spawn_file_actions_addopen(&actions, 2, err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  posix_spawn_file_actions_adddup2(&actions, ends[1], 3);
  posix_spawn_file_actions_addchdir_np(&actions, folder_.c_str());
  std::vector<char*> words = {const_cast<char*>(CHANCERY_PROGRAM)};
  for (const std::string& argument : arguments)
    words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  char path[] = "PATH=/usr/bin:/bin";
  std::vector<char*> environment = {path};
  for (const std::string& variable : surroundings) {
    environment.push_back(const_cast<char*>(variable.c_str()));
  }
  environment.push_back(nullptr);

  Ended ended;
  pid_t child = 0;
  const auto start = Clock::now();
  const int error =
      posix_spawn(&child, CHANCERY_PROGRAM, &actions, nullptr, words.data(), environment.data());
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  if (error != 0) throw std::system_error(error, std::generic_category());
  if (killAfter && !endsWithin(ends[0], *killAfter)) kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  close(ends[0]);
  ended.microseconds = since(start);
  ended.isKilled = WIFSIGNALED(status);
  ended.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  ended.out = textOf(out);
  ended.err = textOf(err);
  return ended;
}

}  // namespace chancery::cli
