#include "runtime/checkpoint.h"

#include <gtest/gtest.h>

#include "base/file.h"
#include "base/keys_of_tests.h"
#include "office.h"
#include "runtime/journal_file.h"
#include "runtime/registrar.h"
#include "store/sqlite/database.h"

namespace chancery::runtime {
namespace {

/// An office with two documents and a number kept by hand, and a checkpoint of it.
class Checkpoints : public testing::Test {
 protected:
  Checkpoints() {
    office_.startAndCoordinate();
    office_.start();
    Registrar(*office_.store, office_.directory, office_.clock)
        .reserve(office_.directory.series.at("orders"), "на бумаге", "author", office_.diagnostics);
    taken_ = takeCheckpoint(*office_.store, "ozerny", office_.clock.now());
  }

  static PrivateKey key() { return std::get<PrivateKey>(PrivateKey::read(kEdwardsPrivate)); }
  static PublicKey publicKey() { return std::get<PublicKey>(PublicKey::read(kEdwardsPublic)); }

  void damage(const std::string& sql) {
    store::sqlite::Database database((office_.folder.path() / "office.db").string());
    database.execute("PRAGMA foreign_keys=OFF");
    database.execute(sql.c_str());
  }
  static std::string codesOf(const Diagnostics& found) {
    std::string codes;
    for (const Diagnostic& one : found.all()) {
      codes += std::string(one.message->code);
      for (const std::string& argument : one.arguments) codes += ' ' + argument;
      codes += '\n';
    }
    return codes;
  }
  std::string compared() {
    Diagnostics found;
    runtime::verify(*office_.store, office_.blobs, found, &taken_);
    std::string codes;
    for (const Diagnostic& one : found.all()) {
      if (one.message->code.starts_with("S22")) {
        codes +=
            std::string(one.message->code) + ' ' + one.arguments[0] + ' ' + one.arguments[1] + '\n';
      }
    }
    return codes;
  }
  /// Makes a changed history look whole again.
  void rechain(const std::string& caseId) {
    const auto read = office_.store->begin(store::Access::read);
    const auto row = *read->findCase(caseId);
    std::string head = store::rootHash(caseId, row.bundle);
    std::string sql;
    for (const store::Entry& entry : read->journal(caseId)) {
      const auto again = store::makeEntry(caseId, entry.sequence, head, *entry.payload);
      head = again.hash;
      sql += "UPDATE entries SET payload_hash = '" + again.payloadHash + "', hash = '" + head +
             "' WHERE case_id = " + caseId + " AND sequence = " + std::to_string(entry.sequence) +
             ";";
    }
    rechained_ = sql + "UPDATE cases SET head = '" + head + "' WHERE id = " + caseId;
  }

  TestOffice office_;
  Checkpoint taken_;
  std::string rechained_;
};

TEST_F(Checkpoints, AreReadAsTheyAreWritten) {
  const std::string text = toText(taken_, key());
  EXPECT_EQ(text.substr(0, text.find("journal")),
            "chancery-checkpoint 1\noffice ozerny\nmoment 2026-06-05T09:00:00.000Z\n");
  Diagnostics found;
  EXPECT_EQ(openCheckpoint("c.txt", text, publicKey(), found), taken_);
  EXPECT_EQ(codesOf(found), "");
  ASSERT_EQ(taken_.heads.size(), 3u);
  EXPECT_EQ(taken_.heads[0].id, "0");
  EXPECT_EQ(taken_.heads[0].reached.version, 1u);
}

// Every byte counts.
TEST_F(Checkpoints, ChangedOnesAreRefused) {
  const std::string text = toText(taken_, key());
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string changed = text;
    changed[i] ^= 1;
    Diagnostics found;
    EXPECT_FALSE(openCheckpoint("c.txt", changed, publicKey(), found)) << i;
    EXPECT_TRUE(found.hasErrors()) << i;
  }
  for (std::size_t size = 0; size < text.size(); ++size) {
    Diagnostics found;
    EXPECT_FALSE(openCheckpoint("c.txt", text.substr(0, size), publicKey(), found)) << size;
  }
  Diagnostics found;
  EXPECT_FALSE(openCheckpoint("c.txt", text + "\n", publicKey(), found));
}

TEST_F(Checkpoints, AnotherKeyIsTold) {
  const auto other = std::get<PublicKey>(PublicKey::read(kEllipticPublic));
  Diagnostics found;
  EXPECT_FALSE(openCheckpoint("c.txt", toText(taken_, key()), other, found));
  EXPECT_EQ(codesOf(found), "S222 " + key().fingerprint() + ' ' + other.fingerprint() + '\n');
}

TEST_F(Checkpoints, HistoriesMayGoOn) {
  EXPECT_EQ(compared(), "");
  office_.act("1", "4", flow::Outcome::sign, "head");
  office_.work();
  office_.start();
  EXPECT_EQ(compared(), "");
  EXPECT_EQ(office_.verify(), "");
}

TEST_F(Checkpoints, AHistoryCutBackIsFound) {
  const std::uint64_t before = taken_.heads[1].reached.version;
  damage("DELETE FROM entries WHERE case_id = 1 AND sequence = " + std::to_string(before) +
         "; UPDATE cases SET version = version - 1, head = (SELECT hash FROM entries WHERE case_id "
         "= 1 ORDER BY sequence DESC LIMIT 1) WHERE id = 1");
  EXPECT_EQ(compared(), "S225 1 " + std::to_string(before) + '\n');
}

TEST_F(Checkpoints, ARewrittenHistoryIsFound) {
  damage("UPDATE entries SET payload = replace(payload, 'deputy', 'doputy') WHERE case_id = 1");
  rechain("1");
  damage(rechained_);
  EXPECT_EQ(compared(), "S226 1 " + std::to_string(taken_.heads[1].reached.version) + '\n');
}

TEST_F(Checkpoints, ALostDocumentIsFound) {
  damage(
      "DELETE FROM entries WHERE case_id = 2; DELETE FROM tasks WHERE case_id = 2; DELETE FROM "
      "outbox WHERE case_id = 2; DELETE FROM cases WHERE id = 2");
  EXPECT_EQ(compared(), "S227 2 1\n");
}

TEST_F(Checkpoints, NumbersKeptByHandAreProvedToo) {
  damage(
      "DELETE FROM office_entries; DELETE FROM numbers; DELETE FROM series; "
      "UPDATE office_journal SET version = 0, head = ''");
  EXPECT_EQ(office_.verify(), "");  // whole in itself
  EXPECT_EQ(compared(), "S225 0 1\n");
}

class JournalFiles : public Checkpoints {
 protected:
  JournalFiles() : path_(office_.folder.path() / "j.txt") {
    written_ = exportJournals(*office_.store, "ozerny", office_.clock.now(), path_);
    text_ = readFile(path_, 1 << 20);
  }
  std::string verified(const std::string& text, const Checkpoint* checkpoint = nullptr) {
    writeFile(path_, text);
    Diagnostics found;
    result_ = verifyJournalFile(path_, checkpoint, found);
    std::string codes;
    for (const Diagnostic& one : found.all()) {
      codes += std::string(one.message->code) + ':' + std::to_string(one.place.line) + ' ';
    }
    return codes;
  }
  std::string replaced(const std::string& what, const std::string& by) {
    std::string text = text_;
    const std::size_t at = text.find(what);
    EXPECT_NE(at, std::string::npos);
    return text.replace(at, what.size(), by);
  }
  std::string without(const std::string& beginning) {
    const std::size_t at = text_.find(beginning);
    EXPECT_NE(at, std::string::npos);
    return text_.substr(0, at) + text_.substr(text_.find('\n', at) + 1);
  }

  std::filesystem::path path_;
  std::string text_;
  Verification written_, result_;
};

TEST_F(JournalFiles, AreWholeByThemselves) {
  EXPECT_EQ(verified(text_), "");
  EXPECT_EQ(verified(text_, &taken_), "");
  EXPECT_EQ(result_.cases, 2u);
  EXPECT_EQ(result_.entries, written_.entries);
  EXPECT_TRUE(text_.ends_with("end-of-file journals=\"3\" entries=\"" +
                              std::to_string(written_.entries) + "\"\n"));
}

TEST_F(JournalFiles, DamageIsToldWithItsLine) {
  EXPECT_EQ(verified(replaced("на бумаге", "из архива")), "S201:3 ");
  EXPECT_EQ(verified(without("entry case=\"1\" sequence=\"2\"")), "S201:7 S231:14 ");
  EXPECT_EQ(verified(without("end-of-file")), "S232:14 ");
  EXPECT_EQ(verified(without("end case=\"0\"")), "S231:4 ");
  EXPECT_EQ(verified(without("journal-file")), "S231:1 ");
  EXPECT_EQ(verified(text_ + "x"), "S231:16 ");
  EXPECT_EQ(verified(""), "S232:0 ");
  EXPECT_EQ(verified("\n"), "S231:1 ");
}

// Whatever is lost from a line, something is told.
TEST_F(JournalFiles, NoByteIsThereForNothing) {
  for (std::size_t i = 0; i < text_.size(); i += 31) {
    std::string changed = text_;
    changed[i] ^= 1;
    if (text_.rfind("moment=", i) < i && text_.find('\n') > i) continue;  // only told, not proved
    EXPECT_NE(verified(changed, &taken_), "") << text_.substr(i > 20 ? i - 20 : 0, 40);
  }
}

TEST_F(JournalFiles, OnesFromBeforeTheCheckpointAreFound) {
  office_.act("1", "4", flow::Outcome::sign, "head");
  const Checkpoint later = takeCheckpoint(*office_.store, "ozerny", office_.clock.now());
  EXPECT_EQ(verified(text_, &later), "S225:0 ");
  Checkpoint foreign = taken_;
  foreign.office = "other";
  EXPECT_EQ(verified(text_, &foreign), "S224:1 ");
}

}  // namespace
}  // namespace chancery::runtime
