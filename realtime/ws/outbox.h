// Frames waiting for a peer to read them. Bounded in bytes; frames are shared, not copied; nothing
// blocks.
#pragma once

#include <cstddef>
#include <vector>

#include "realtime/ws/frame_encoder.h"

namespace parley::ws {

class Outbox {
  public:
    explicit Outbox(std::size_t bytes_max) : bytes_max_(bytes_max) {}

    // False, and nothing is kept, when it would hold more than the maximum.
    bool push(Frame frame);

    // Drops every frame that was not begun and puts this one in their place.
    void replace(Frame frame);

    enum class Flushed { all, some, broken };
    // Writes what the socket takes.
    Flushed flush(int fd);

    std::size_t bytes() const { return bytes_; }
    bool is_empty() const { return bytes_ == 0; }

  private:
    void drop_written(std::size_t count);

    std::size_t bytes_max_;
    std::vector<Frame> frames_;
    std::size_t first_ = 0;    // of frames_ that is not written yet
    std::size_t written_ = 0;  // octets of that one
    std::size_t bytes_ = 0;    // left to write
};

}  // namespace parley::ws
