// Frames as a server sends them: unmasked, never fragmented. Encoded once and shared by all
// receivers.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "realtime/ws/close_codes.h"

namespace parley::ws {

using Frame = std::shared_ptr<const std::string>;

enum class Opcode : std::uint8_t {
    continuation = 0x0,
    text = 0x1,
    binary = 0x2,
    close = 0x8,
    ping = 0x9,
    pong = 0xA,
};

Frame encode_frame(Opcode opcode, std::string_view payload);
Frame text_frame(std::string_view text);

// The reason is cut to what fits a control frame, at a character's border.
Frame close_frame(CloseCode code, std::string_view reason);

// The answer to a close frame: the same code, or none where none came.
Frame close_answer(std::uint16_t code);
Frame close_answer_without_code();

}  // namespace parley::ws
