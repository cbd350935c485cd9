// Whether something is refused in the right way.
#pragma once

#include "domain/error.h"

namespace parley::http::test {

template <class Action>
bool refused_as(Action&& action, ErrorKind kind) {
    try {
        action();
        return false;
    } catch (const Error& error) {
        return error.kind == kind;
    }
}

}  // namespace parley::http::test
