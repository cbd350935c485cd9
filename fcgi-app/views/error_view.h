// The page of a failure or refusal.
#pragma once

#include <string>

#include "fcgi-app/http/dispatch.h"
#include "fcgi-app/views/template_set.h"

namespace parley::views {

ViewModel error_model(const http::ErrorPage& page);

std::string error_page(const TemplateSet& templates, const http::ErrorPage& page);

// What the service worker keeps for when there is no network. The same for everybody.
std::string offline_page(const TemplateSet& templates);

}  // namespace parley::views
