// UTF-8 (RFC 3629) checked octet by octet, wherever a text is cut: fails at the first octet that
// can no longer become valid text.
#pragma once

#include <string_view>

namespace parley::ws {

class Utf8Check {
  public:
    // False: the text so far is not the beginning of any UTF-8 text. Not to be used on afterwards.
    bool accept(std::string_view octets);

    // Whether no character is left unfinished.
    bool is_complete() const { return missing_ == 0; }

  private:
    bool accept_lead(unsigned char octet);

    unsigned char missing_ = 0;  // continuation octets still to come
    unsigned char low_ =
        0x80;  // bounds of the next one: the second octet shuts out overlong forms,
    unsigned char high_ = 0xBF;  // surrogates and what lies above U+10FFFF
};

}  // namespace parley::ws
