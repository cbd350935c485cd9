#include "realtime/ws/utf8_check.h"

#include <cstdint>
#include <cstring>

namespace parley::ws {

namespace {

std::size_t length_of_ascii(std::string_view octets) {
    std::size_t at = 0;
    for (std::uint64_t word; at + sizeof word <= octets.size(); at += sizeof word) {
        std::memcpy(&word, octets.data() + at, sizeof word);
        if ((word & 0x8080808080808080ULL) != 0) break;
    }
    while (at < octets.size() && static_cast<unsigned char>(octets[at]) < 0x80) ++at;
    return at;
}

}  // namespace

bool Utf8Check::accept(std::string_view octets) {
    while (!octets.empty()) {
        if (missing_ == 0) octets.remove_prefix(length_of_ascii(octets));
        if (octets.empty()) return true;
        const auto octet = static_cast<unsigned char>(octets.front());
        octets.remove_prefix(1);
        if (missing_ == 0) {
            if (!accept_lead(octet)) return false;
        } else {
            if (octet < low_ || octet > high_) return false;
            low_ = 0x80;
            high_ = 0xBF;
            --missing_;
        }
    }
    return true;
}

bool Utf8Check::accept_lead(unsigned char octet) {
    if (octet >= 0xC2 && octet <= 0xDF) {
        missing_ = 1;
    } else if (octet >= 0xE0 && octet <= 0xEF) {
        missing_ = 2;
        if (octet == 0xE0) low_ = 0xA0;
        if (octet == 0xED) high_ = 0x9F;
    } else if (octet >= 0xF0 && octet <= 0xF4) {
        missing_ = 3;
        if (octet == 0xF0) low_ = 0x90;
        if (octet == 0xF4) high_ = 0x8F;
    } else {
        return false;
    }
    return true;
}

}  // namespace parley::ws
