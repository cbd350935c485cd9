// Frames as a client sends them, and as the tests want them broken.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace parley::test {

struct FrameParts {
    unsigned opcode = 0x1;
    bool is_final = true;
    unsigned reserved_bits = 0;  // 0x40, 0x20, 0x10
    bool is_masked = true;
    std::array<unsigned char, 4> mask{0x37, 0xFA, 0x21, 0x3D};
    int length_octets = -1;  // 0, 2 or 8 to force that form
};

inline std::string big_endian(std::uint64_t number, int octets) {
    std::string out;
    for (int shift = (octets - 1) * 8; shift >= 0; shift -= 8)
        out += static_cast<char>((number >> shift) & 0xFF);
    return out;
}

// Header alone, for any declared length.
inline std::string client_header(std::uint64_t length, const FrameParts& parts = {}) {
    int form = parts.length_octets;
    if (form < 0) form = length <= 125 ? 0 : length <= 0xFFFF ? 2 : 8;
    std::string out;
    out += static_cast<char>((parts.is_final ? 0x80 : 0) | parts.reserved_bits | parts.opcode);
    const unsigned short_length = form == 0   ? static_cast<unsigned>(length)
                                  : form == 2 ? 126u
                                              : 127u;
    out += static_cast<char>((parts.is_masked ? 0x80u : 0u) | short_length);
    out += big_endian(length, form);
    if (parts.is_masked) out.append(parts.mask.begin(), parts.mask.end());
    return out;
}

inline std::string client_frame(std::string_view payload, const FrameParts& parts = {}) {
    std::string out = client_header(payload.size(), parts);
    for (std::size_t i = 0; i < payload.size(); ++i)
        out += static_cast<char>(static_cast<unsigned char>(payload[i]) ^
                                 (parts.is_masked ? parts.mask[i % 4] : 0));
    return out;
}

}  // namespace parley::test
