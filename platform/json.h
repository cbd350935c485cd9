// Writes JSON (RFC 8259) by appending to a string. Strings must be valid UTF-8.
//   json::Writer w; w.object().key("id").value(17).key("tags").array().value("a").end().end();
#pragma once

#include <concepts>
#include <string>
#include <string_view>

namespace parley::json {

// Appends the text quoted and escaped; U+2028, U+2029 and '<' too, so that it is safe inside HTML.
void append_string(std::string& out, std::string_view text);

class Writer {
  public:
    Writer& object();
    Writer& array();
    Writer& end();  // closes what was opened last
    Writer& key(std::string_view name);
    Writer& value(std::string_view text);
    Writer& value(const char* text) { return value(std::string_view(text)); }
    Writer& value(bool yes);
    Writer& null();
    template <std::integral Number>
    requires(!std::same_as<Number, bool>) Writer& value(Number number) {
        separate();
        out_ += std::to_string(number);
        return *this;
    }
    const std::string& text() const& { return out_; }
    std::string text() && { return std::move(out_); }

  private:
    void separate();

    std::string out_;
    std::string open_;   // closing brackets still owed
    bool fresh_ = true;  // nothing written yet since the last bracket or key
};

}  // namespace parley::json
