// Reading the body of a request, never more of it than allowed.
#pragma once

#include <cstddef>
#include <string_view>

#include "fcgi-app/http/request.h"
#include "fcgi-app/http/router.h"

namespace parley::http {

class BodyReader {
  public:
    virtual ~BodyReader() = default;

    // The next octets, at most limits::read_bytes_at_once; empty at the end. Valid until the next
    // call.
    virtual std::string_view read() = 0;
};

// Reads the form of a POST into request.form, as its Content-Type says; a body of another type is
// left unread. Throws Error too_large (413) before reading when Content-Length already says so, and
// bad_request when the body is malformed or ends early.
void read_form(Request& request, BodyReader& body, Body kind);

}  // namespace parley::http
