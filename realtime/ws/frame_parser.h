// Octets in; whole messages, control frames, or a reason to close out. RFC 6455 to the letter, for
// what a client sends: masked, no extensions. Pure and incremental: however the octets are cut, the
// same comes out.
//
// - Fragments are put together; pings and pongs between them come out at once.
// - A length over the maximum fails as soon as it is declared; memory grows only with octets that
//   came.
// - Text is checked as it arrives and fails at the first octet that is not UTF-8.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "realtime/ws/close_codes.h"
#include "realtime/ws/frame_encoder.h"
#include "realtime/ws/utf8_check.h"

namespace parley::ws {

struct Message {
    bool is_text;
    std::string payload;
};
struct Ping {
    std::string payload;
};
struct Pong {};
struct PeerClose {
    std::optional<std::uint16_t> code;
};
struct Failure {
    CloseCode code;
    std::string_view reason;  // a constant
};
using Incoming = std::variant<Message, Ping, Pong, PeerClose, Failure>;

class FrameParser {
  public:
    explicit FrameParser(std::size_t message_bytes_max) : message_bytes_max_(message_bytes_max) {}

    // Appends what the octets complete. A PeerClose or Failure is the last thing ever appended.
    void feed(std::string_view octets, std::vector<Incoming>& out);

    std::uint64_t frames_begun() const { return frames_begun_; }
    bool is_mid_frame() const { return header_size_ > 0 && !is_over_; }

  private:
    using Problem = std::optional<Failure>;

    void take_header(std::string_view& octets, std::vector<Incoming>& out);
    Problem check_first_two_octets();
    Problem check_length();
    void take_payload(std::string_view& octets, std::vector<Incoming>& out);
    void end_frame(std::vector<Incoming>& out);
    void end_control_frame(std::vector<Incoming>& out);
    void end_close_frame(std::vector<Incoming>& out);
    void fail(const Failure& failure, std::vector<Incoming>& out);

    bool is_control() const { return (static_cast<unsigned>(opcode_) & 0x8) != 0; }

    std::size_t message_bytes_max_;
    std::array<unsigned char, 14> header_{};
    std::uint8_t header_size_ = 0;    // octets of it that came
    std::uint8_t header_wanted_ = 2;  // octets of it up to the next decision
    std::uint8_t length_octets_ = 0;  // of the extended length: 0, 2 or 8
    Opcode opcode_ = Opcode::continuation;
    bool is_final_ = false;
    bool is_over_ = false;
    bool is_in_message_ = false;  // a data frame came, its last fragment did not
    bool is_text_ = false;        // of that message
    std::uint64_t payload_left_ = 0;
    std::uint64_t frames_begun_ = 0;
    std::array<unsigned char, 4> mask_{};
    std::uint8_t mask_at_ = 0;
    Utf8Check utf8_;
    std::string message_;
    std::string control_;
};

}  // namespace parley::ws
