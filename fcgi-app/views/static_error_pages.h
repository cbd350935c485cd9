// The pages that nginx shows on its own: refusals before a request reaches the program, and its
// absence.
#pragma once

#include <filesystem>

#include "fcgi-app/views/template_set.h"

namespace parley::views {

// Writes STATUS.html and STATUS.json for each status that nginx may answer with. They name no
// member and no request, and ask for nothing but static files.
void write_static_error_pages(const TemplateSet& templates, const std::filesystem::path& directory);

}  // namespace parley::views
