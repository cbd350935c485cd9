// What a request may be made of at the most. Reaching a limit is a designed answer: 413, or 404 for
// an address. nginx has limits of its own before these; they hold without it too.
#pragma once

#include <chrono>
#include <cstddef>

#include "platform/image_file.h"

namespace parley::http::limits {

inline constexpr std::size_t target_bytes_max = 8 * 1024;    // path and query
inline constexpr std::size_t headers_bytes_max = 64 * 1024;  // all of a request's together
inline constexpr std::size_t cookies_max = 50;
inline constexpr std::size_t query_fields_max = 50;

inline constexpr std::size_t form_bytes_max = 256 * 1024;  // body of a route without files
inline constexpr std::size_t files_at_once = 4;
inline constexpr std::size_t file_bytes_max = image_file::file_bytes_max;
inline constexpr std::size_t upload_bytes_max = files_at_once * file_bytes_max + 1024 * 1024;

inline constexpr std::size_t fields_max = 200;              // of one form, files included
inline constexpr std::size_t field_bytes_max = 128 * 1024;  // of one value
inline constexpr std::size_t field_name_bytes_max = 200;
inline constexpr std::size_t part_headers_bytes_max = 8 * 1024;
inline constexpr std::size_t file_name_bytes_max = 255;

inline constexpr std::size_t read_bytes_at_once = 64 * 1024;

inline constexpr int retry_after_unavailable_s = 5;
inline constexpr std::size_t next_bytes_max = 2000;  // of a ?next= address

}  // namespace parley::http::limits
