// multipart/form-data (RFC 7578), parsed as it comes in, so that a file is held in memory once.
#pragma once

#include <string>
#include <string_view>

#include "fcgi-app/http/form.h"

namespace parley::http {

// The boundary parameter of a Content-Type; "" when it is missing or malformed.
std::string boundary_of(std::string_view content_type);

// feed() takes the body cut anywhere. Throws Error bad_request (malformed, ends early, text that is
// no UTF-8) and too_large (more than limits::fields_max parts, headers or a field over their
// limits); a file over limits::file_bytes_max is marked instead, so that the rest of the form is
// not lost. Pure.
class MultipartParser {
  public:
    explicit MultipartParser(std::string_view boundary);

    void feed(std::string_view octets);
    Form finish();

  private:
    enum class State { preamble, after_delimiter, headers, content, epilogue };

    bool step();  // false: needs more octets
    bool skip_preamble();
    bool read_after_delimiter();
    bool read_headers();
    bool read_content();
    void begin_part(std::string_view headers);
    void append(std::string_view content);
    void end_part();

    std::string delimiter_;  // CRLF "--" boundary
    std::string buffer_;     // not yet understood
    std::size_t done_ = 0;   // of the buffer
    State state_ = State::preamble;
    std::size_t parts_ = 0;
    bool is_file_ = false;
    UploadedFile file_;  // the part being read; a field uses its name and octets
    Form form_;
};

}  // namespace parley::http
