// What a template is given: named texts, booleans, objects and lists, ready to print.
// Objects and lists are moved in, not copied. Every key a template names must be set (a missing one
// falls through to the outer objects, then prints as nothing): tests compare the tags with the
// keys.
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <kainjow/mustache.hpp>

namespace parley::views {

class ViewModel {
  public:
    using Data = kainjow::mustache::data;

    ViewModel() = default;
    ViewModel(ViewModel&&) = default;
    ViewModel& operator=(ViewModel&&) = default;

    ViewModel& set(const std::string& key, const std::string& text) { return put(key, Data(text)); }
    ViewModel& set(const std::string& key, std::string_view text) {
        return put(key, Data(std::string(text)));
    }
    ViewModel& set(const std::string& key, const char* text) { return put(key, Data(text)); }
    ViewModel& set(const std::string& key, std::same_as<bool> auto yes) {
        return put(key, Data(yes));
    }
    template <std::integral Number>
    requires(!std::same_as<Number, bool>) ViewModel& set(const std::string& key, Number number) {
        return put(key, Data(std::to_string(number)));
    }
    ViewModel& set(const std::string& key, ViewModel object) {
        return put(key, std::move(object.data_));
    }
    ViewModel& set(const std::string& key, std::vector<ViewModel> list);

    // <prefix><name>: the text, and <prefix>has_<name>: whether there is any (to mustache "" is
    // true).
    ViewModel& set_with_has(const std::string& prefix, const std::string& name,
                            std::string_view text) {
        return set(prefix + name, text).set(prefix + "has_" + name, !text.empty());
    }

    const Data& data() const { return data_; }

  private:
    ViewModel& put(const std::string& key, Data value) {
        data_[key] = std::move(value);
        return *this;
    }

    Data data_{Data::type::object};
};

// One ViewModel for each item, made by `make(item)`.
template <class Items, class Make>
std::vector<ViewModel> list_of(const Items& items, Make&& make) {
    std::vector<ViewModel> list;
    list.reserve(items.size());
    for (const auto& item : items) list.push_back(make(item));
    return list;
}

}  // namespace parley::views
