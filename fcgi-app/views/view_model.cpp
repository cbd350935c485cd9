#include "fcgi-app/views/view_model.h"

namespace parley::views {

ViewModel& ViewModel::set(const std::string& key, std::vector<ViewModel> list) {
    Data value(Data::type::list);
    // The library lets lists be copied only, at every level of nesting anew; the object is ours and
    // not const.
    auto& items = const_cast<kainjow::mustache::list&>(value.list_value());
    items.reserve(list.size());
    for (auto& item : list) items.push_back(std::move(item.data_));
    return put(key, std::move(value));
}

}  // namespace parley::views
