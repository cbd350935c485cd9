#include "realtime/ws/frame_parser.h"

#include <algorithm>
#include <cstring>

#include "realtime/ws/limits.h"

namespace parley::ws {

namespace {

constexpr std::size_t mask_octets = 4;

constexpr Failure wrong(std::string_view reason) {
    return {CloseCode::protocol_error, reason};
}

bool is_known(unsigned opcode) {
    return opcode <= 0x2 || (opcode >= 0x8 && opcode <= 0xA);
}

std::uint64_t number_at(const unsigned char* octets, std::size_t count) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < count; ++i) number = number << 8 | octets[i];
    return number;
}

// Eight octets at a time: large messages spend most of their time here.
void append_unmasked(std::string& out, std::string_view octets,
                     const std::array<unsigned char, mask_octets>& mask, std::size_t mask_at) {
    std::array<unsigned char, 8> key;
    for (std::size_t i = 0; i < key.size(); ++i) key[i] = mask[(mask_at + i) % mask_octets];
    std::uint64_t key_word;
    std::memcpy(&key_word, key.data(), sizeof key_word);

    const std::size_t begin = out.size();
    out.append(octets);
    char* data = out.data() + begin;
    std::size_t at = 0;
    for (std::uint64_t word; at + sizeof word <= octets.size(); at += sizeof word) {
        std::memcpy(&word, data + at, sizeof word);
        word ^= key_word;
        std::memcpy(data + at, &word, sizeof word);
    }
    for (; at < octets.size(); ++at)
        data[at] = static_cast<char>(static_cast<unsigned char>(data[at]) ^ key[at % key.size()]);
}

}  // namespace

void FrameParser::feed(std::string_view octets, std::vector<Incoming>& out) {
    while (!octets.empty() && !is_over_) {
        if (header_size_ < header_wanted_)
            take_header(octets, out);
        else
            take_payload(octets, out);
    }
}

void FrameParser::take_header(std::string_view& octets, std::vector<Incoming>& out) {
    if (header_size_ == 0) ++frames_begun_;
    const std::size_t count = std::min<std::size_t>(octets.size(), header_wanted_ - header_size_);
    std::memcpy(header_.data() + header_size_, octets.data(), count);
    header_size_ = static_cast<std::uint8_t>(header_size_ + count);
    octets.remove_prefix(count);
    if (header_size_ < header_wanted_) return;

    if (header_size_ == 2) {
        if (const Problem problem = check_first_two_octets()) return fail(*problem, out);
        header_wanted_ = static_cast<std::uint8_t>(2 + length_octets_);
    }
    if (header_size_ == 2u + length_octets_ && header_wanted_ == header_size_) {
        if (const Problem problem = check_length()) return fail(*problem, out);
        header_wanted_ = static_cast<std::uint8_t>(2 + length_octets_ + mask_octets);
        return;
    }
    if (header_size_ < header_wanted_) return;
    std::memcpy(mask_.data(), header_.data() + 2 + length_octets_, mask_octets);
    mask_at_ = 0;
    if (payload_left_ == 0) end_frame(out);
}

FrameParser::Problem FrameParser::check_first_two_octets() {
    const unsigned opcode = header_[0] & 0x0F;
    const unsigned length = header_[1] & 0x7F;
    if ((header_[0] & 0x70) != 0) return wrong("reserved bit set");
    if (!is_known(opcode)) return wrong("reserved opcode");
    opcode_ = static_cast<Opcode>(opcode);
    is_final_ = (header_[0] & 0x80) != 0;
    if (is_control() && !is_final_) return wrong("fragmented control frame");
    if (is_control() && length > control_payload_bytes_max) return wrong("control frame too long");
    if ((header_[1] & 0x80) == 0) return wrong("frame without a mask");
    if (opcode_ == Opcode::continuation && !is_in_message_) return wrong("nothing to continue");
    if (!is_control() && opcode_ != Opcode::continuation && is_in_message_)
        return wrong("message within a message");
    length_octets_ = length == 126 ? 2 : length == 127 ? 8 : 0;
    return std::nullopt;
}

FrameParser::Problem FrameParser::check_length() {
    payload_left_ =
        length_octets_ == 0 ? header_[1] & 0x7F : number_at(header_.data() + 2, length_octets_);
    if (payload_left_ >> 63 != 0) return wrong("length over 63 bits");
    if (length_octets_ == 2 && payload_left_ < 126) return wrong("length not in its shortest form");
    if (length_octets_ == 8 && payload_left_ <= 0xFFFF)
        return wrong("length not in its shortest form");
    if (!is_control() && payload_left_ > message_bytes_max_ - message_.size())
        return Failure{CloseCode::too_big, "message too big"};
    if (opcode_ == Opcode::text || opcode_ == Opcode::binary) {
        is_in_message_ = true;
        is_text_ = opcode_ == Opcode::text;
        utf8_ = {};
    }
    return std::nullopt;
}

void FrameParser::take_payload(std::string_view& octets, std::vector<Incoming>& out) {
    const auto count =
        static_cast<std::size_t>(std::min<std::uint64_t>(octets.size(), payload_left_));
    std::string& target = is_control() ? control_ : message_;
    const std::size_t begin = target.size();
    append_unmasked(target, octets.substr(0, count), mask_, mask_at_);
    mask_at_ = static_cast<std::uint8_t>((mask_at_ + count) % mask_octets);
    octets.remove_prefix(count);
    payload_left_ -= count;

    if (!is_control() && is_text_ && !utf8_.accept(std::string_view(target).substr(begin)))
        return fail({CloseCode::not_utf8, "text is not UTF-8"}, out);
    if (payload_left_ == 0) end_frame(out);
}

void FrameParser::end_frame(std::vector<Incoming>& out) {
    header_size_ = 0;
    header_wanted_ = 2;
    length_octets_ = 0;
    if (is_control()) return end_control_frame(out);
    if (!is_final_) return;
    is_in_message_ = false;
    if (is_text_ && !utf8_.is_complete())
        return fail({CloseCode::not_utf8, "text ends within a character"}, out);
    out.push_back(Message{is_text_, std::move(message_)});
    message_ = {};
}

void FrameParser::end_control_frame(std::vector<Incoming>& out) {
    if (opcode_ == Opcode::close) return end_close_frame(out);
    if (opcode_ == Opcode::ping)
        out.push_back(Ping{std::move(control_)});
    else
        out.push_back(Pong{});
    control_ = {};
}

void FrameParser::end_close_frame(std::vector<Incoming>& out) {
    if (control_.empty()) {
        is_over_ = true;
        out.push_back(PeerClose{std::nullopt});
        return;
    }
    if (control_.size() == 1) return fail(wrong("close code cut short"), out);
    const auto* octets = reinterpret_cast<const unsigned char*>(control_.data());
    const auto code = static_cast<std::uint16_t>(number_at(octets, 2));
    if (!may_travel(code)) return fail(wrong("close code that may not travel"), out);
    Utf8Check reason;
    if (!reason.accept(std::string_view(control_).substr(2)) || !reason.is_complete())
        return fail({CloseCode::not_utf8, "close reason is not UTF-8"}, out);
    is_over_ = true;
    out.push_back(PeerClose{code});
}

void FrameParser::fail(const Failure& failure, std::vector<Incoming>& out) {
    is_over_ = true;
    message_ = {};
    control_ = {};
    out.push_back(failure);
}

}  // namespace parley::ws
