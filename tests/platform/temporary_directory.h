// A directory of the test's own, gone at its end.
#pragma once

#include <filesystem>

#include "platform/random.h"

namespace parley::test {

class TemporaryDirectory {
  public:
    TemporaryDirectory() { std::filesystem::create_directories(path_); }
    ~TemporaryDirectory() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryDirectory(const TemporaryDirectory&) = delete;
    TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_ =
        std::filesystem::temp_directory_path() / ("parley-test-" + random_hex(8));
};

}  // namespace parley::test
