// A refusal. Its public text is a sentence for the member; its private detail goes to the log only.
#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace parley {

enum class ErrorKind {
    bad_request,        // 400
    forbidden,          // 403
    not_found,          // 404
    invalid,            // 422, with sentences at the fields
    too_large,          // 413
    too_many_requests,  // 429, with retry_after_s
    unavailable,        // 503
};

using FieldErrors = std::map<std::string, std::vector<std::string>>;

class Error : public std::runtime_error {
  public:
    Error(ErrorKind kind, std::string public_text, std::string private_detail = {})
        : std::runtime_error(public_text + (private_detail.empty() ? "" : " | " + private_detail)),
          kind(kind),
          public_text(std::move(public_text)),
          private_detail(std::move(private_detail)) {}

    static Error invalid(FieldErrors fields) {
        Error error(ErrorKind::invalid, "Please check the marked fields.");
        error.fields = std::move(fields);
        return error;
    }

    ErrorKind kind;
    std::string public_text;
    std::string private_detail;
    FieldErrors fields;      // of ErrorKind::invalid
    int retry_after_s = 60;  // of ErrorKind::too_many_requests
};

}  // namespace parley
