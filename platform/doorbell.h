// Wakes the realtime daemons of this machine after a commit: an empty datagram to each socket in a
// directory. It carries nothing and may be lost: a daemon looks every 100 ms by itself.
#pragma once

#include <filesystem>
#include <mutex>
#include <string>
#include <vector>

namespace parley {

class Doorbell {
  public:
    explicit Doorbell(std::filesystem::path directory);
    ~Doorbell();
    Doorbell(const Doorbell&) = delete;
    Doorbell& operator=(const Doorbell&) = delete;

    // Never blocks, never throws. Thread-safe.
    void ring() noexcept;

  private:
    void look_again();

    std::filesystem::path directory_;
    int fd_;
    std::mutex mutex_;
    std::vector<std::string> sockets_;
    long long looked_at_ms_ = -1;
};

// The daemon's end.
class DoorbellListener {
  public:
    // Binds directory/name.sock, replacing what an earlier run left there.
    DoorbellListener(const std::filesystem::path& directory, const std::string& name);
    ~DoorbellListener();
    DoorbellListener(const DoorbellListener&) = delete;
    DoorbellListener& operator=(const DoorbellListener&) = delete;

    // Returns when somebody rang or the time is over; all rings so far are taken together.
    void wait(int timeout_ms);
    void wake() noexcept;  // from another thread

  private:
    std::filesystem::path path_;
    int fd_;
};

}  // namespace parley
