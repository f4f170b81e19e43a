#pragma once

#include <string>
#include <vector>

#include "pdf/object_writer.h"

namespace chancery::pdf_test {

/// The objects that `write` writes, from number 1 on, without "obj" and "endobj".
template <typename Write>
std::vector<std::string> objectsOf(Write write) {
  pdf::Deflater deflater;
  pdf::ObjectWriter out(pdf::FileForm::classical, deflater);
  write(out);
  const std::string file = out.finish(1, 1);
  std::vector<std::string> objects;
  for (std::size_t at = 0; (at = file.find(" obj\n", at)) != std::string::npos;) {
    at += 5;
    objects.push_back(file.substr(at, file.find("\nendobj", at) - at));
  }
  return objects;
}

}  // namespace chancery::pdf_test
