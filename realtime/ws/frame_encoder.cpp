#include "realtime/ws/frame_encoder.h"

#include "realtime/ws/limits.h"

namespace parley::ws {

namespace {

void append_number(std::string& out, std::uint64_t number, int octets) {
    for (int shift = (octets - 1) * 8; shift >= 0; shift -= 8)
        out += static_cast<char>((number >> shift) & 0xFF);
}

std::string code_octets(std::uint16_t code) {
    std::string out;
    append_number(out, code, 2);
    return out;
}

}  // namespace

Frame encode_frame(Opcode opcode, std::string_view payload) {
    std::string out;
    out.reserve(payload.size() + 10);
    out += static_cast<char>(0x80 | static_cast<unsigned char>(opcode));
    if (payload.size() <= 125) {
        out += static_cast<char>(payload.size());
    } else if (payload.size() <= 0xFFFF) {
        out += static_cast<char>(126);
        append_number(out, payload.size(), 2);
    } else {
        out += static_cast<char>(127);
        append_number(out, payload.size(), 8);
    }
    out += payload;
    return std::make_shared<const std::string>(std::move(out));
}

Frame text_frame(std::string_view text) {
    return encode_frame(Opcode::text, text);
}

Frame close_frame(CloseCode code, std::string_view reason) {
    std::size_t length = std::min(reason.size(), control_payload_bytes_max - 2);
    while (length > 0 && length < reason.size() && (reason[length] & 0xC0) == 0x80) --length;
    std::string payload = code_octets(static_cast<std::uint16_t>(code));
    payload += reason.substr(0, length);
    return encode_frame(Opcode::close, payload);
}

Frame close_answer(std::uint16_t code) {
    return encode_frame(Opcode::close, code_octets(code));
}

Frame close_answer_without_code() {
    return encode_frame(Opcode::close, {});
}

}  // namespace parley::ws
