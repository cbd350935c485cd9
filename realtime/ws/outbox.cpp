#include "realtime/ws/outbox.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <sys/socket.h>
#include <sys/uio.h>

#include "realtime/ws/limits.h"

namespace parley::ws {

namespace {
constexpr std::size_t kept_capacity_max =
    16;  // frames: an idle connection holds no more room than that
}

bool Outbox::push(Frame frame) {
    if (bytes_ + frame->size() > bytes_max_) return false;
    bytes_ += frame->size();
    frames_.push_back(std::move(frame));
    return true;
}

void Outbox::replace(Frame frame) {
    const std::size_t kept = first_ + (written_ > 0 ? 1 : 0);
    frames_.resize(std::min(kept, frames_.size()));
    bytes_ = written_ > 0 ? frames_[first_]->size() - written_ : 0;
    bytes_ += frame->size();
    frames_.push_back(std::move(frame));
}

Outbox::Flushed Outbox::flush(int fd) {
    while (bytes_ > 0) {
        std::array<iovec, frames_per_write_max> pieces;
        std::size_t count = 0;
        std::size_t skip = written_;
        for (std::size_t i = first_; i < frames_.size() && count < pieces.size(); ++i) {
            // sendmsg() does not write to what it sends; its type is older than const.
            pieces[count++] = {const_cast<char*>(frames_[i]->data()) + skip,
                               frames_[i]->size() - skip};
            skip = 0;
        }
        msghdr message{};
        message.msg_iov = pieces.data();
        message.msg_iovlen = count;
        const ssize_t sent = ::sendmsg(fd, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && errno == EINTR) continue;
        if (sent < 0) return errno == EAGAIN ? Flushed::some : Flushed::broken;
        drop_written(static_cast<std::size_t>(sent));
    }
    return Flushed::all;
}

void Outbox::drop_written(std::size_t count) {
    bytes_ -= count;
    written_ += count;
    while (first_ < frames_.size() && written_ >= frames_[first_]->size()) {
        written_ -= frames_[first_]->size();
        frames_[first_++].reset();
    }
    if (first_ == frames_.size()) {
        first_ = 0;
        frames_.clear();
        if (frames_.capacity() > kept_capacity_max) frames_.shrink_to_fit();
    }
}

}  // namespace parley::ws
