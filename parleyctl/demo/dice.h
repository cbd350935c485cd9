// Random choices that come out the same from the same seed, on every machine and with every
// library.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>

namespace parley::demo {

class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    // SplitMix64: small, and good enough for what nobody bets on.
    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
        z = (z ^ z >> 27) * 0x94D049BB133111EBu;
        return z ^ z >> 31;
    }

    double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }  // 0 <= x < 1
    double between(double low, double high) { return low + (high - low) * unit(); }
    std::size_t below(std::size_t count) {
        return static_cast<std::size_t>(unit() * static_cast<double>(count));
    }
    int whole(int low, int high) {
        return low + static_cast<int>(below(static_cast<std::size_t>(high - low + 1)));
    }
    bool chance(double probability) { return unit() < probability; }

    // Mostly near 1, sometimes very large: what popularity looks like. exponent > 1; larger is
    // tamer.
    double power_law(double exponent) { return std::pow(1.0 - unit(), -1.0 / exponent); }

    template <class List>
    const auto& pick(const List& list) {
        return list[below(std::size(list))];
    }

    template <class List>
    void shuffle(List& list) {
        for (std::size_t i = std::size(list); i > 1; --i) std::swap(list[i - 1], list[below(i)]);
    }

  private:
    std::uint64_t state_;
};

}  // namespace parley::demo
