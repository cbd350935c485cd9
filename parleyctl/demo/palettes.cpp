#include "parleyctl/demo/palettes.h"

namespace parley::demo {

namespace {

Light light(std::vector<Colour> sky, std::uint32_t sun, std::uint32_t far, std::uint32_t near,
            std::uint32_t accent) {
    return {std::move(sky), rgb(sun), rgb(far), rgb(near), rgb(accent)};
}

}  // namespace

const std::vector<Light>& daylights() {
    static const std::vector<Light> all{
        light({rgb(0x7FA7C9), rgb(0xF3C9A5), rgb(0xFBE3C4)}, 0xFFF3D6, 0xD9A98B, 0x3E4A56,
              0xE4763F),
        light({rgb(0x5B6C9E), rgb(0xD98C86), rgb(0xF7C28C)}, 0xFFE3A8, 0xB9788A, 0x2B2540,
              0xF08A4B),
        light({rgb(0xA9C9D9), rgb(0xDDE7DF), rgb(0xF6EBD3)}, 0xFFF9E6, 0xA3BDB2, 0x2F5049,
              0xD98850),
        light({rgb(0xF0B59A), rgb(0xF8D3B0), rgb(0xFCEBD2)}, 0xFFF6E0, 0xE0A48C, 0x7A3F3A,
              0xC8553D),
        light({rgb(0x33456B), rgb(0x8A6F9A), rgb(0xF0A28B)}, 0xFFD9A0, 0x7C6590, 0x1C1B34,
              0xFF9A5C),
        light({rgb(0x8FC1D8), rgb(0xC5E0E0), rgb(0xF2F0DC)}, 0xFFFFF0, 0x8FB5AE, 0x27524F,
              0xE8A33D),
        light({rgb(0xC9B7D8), rgb(0xEBCFD5), rgb(0xFBE7D6)}, 0xFFF5E4, 0xB59FC0, 0x4A3B63,
              0xD96C75),
        light({rgb(0xE9D3A4), rgb(0xF3E2BC), rgb(0xFAF0D9)}, 0xFFFDF0, 0xC9AE7C, 0x5A5233,
              0xBF5B2C),
        light({rgb(0x4F7E8C), rgb(0x9FBFB0), rgb(0xF0DDB0)}, 0xFFF1C4, 0x7EA19A, 0x183A40,
              0xE9A15B),
        light({rgb(0xD8735A), rgb(0xEFA56F), rgb(0xF9D79B)}, 0xFFF0C2, 0xB9605A, 0x3B1F33,
              0xFFCB6B),
    };
    return all;
}

const std::vector<Light>& nights() {
    static const std::vector<Light> all{
        light({rgb(0x0D1530), rgb(0x1F2C55), rgb(0x4B5384)}, 0xF7EED3, 0x2C3662, 0x0A0E20,
              0xFFC878),
        light({rgb(0x0B1F2B), rgb(0x17414D), rgb(0x3F7A78)}, 0xF2F3DE, 0x1D4750, 0x061419,
              0xFFD08A),
        light({rgb(0x1B1230), rgb(0x41265A), rgb(0x8C4A74)}, 0xFFE9D0, 0x45294F, 0x120A1F,
              0xFFB26B),
        light({rgb(0x141A2E), rgb(0x34405C), rgb(0x8A7F88)}, 0xFFF2D8, 0x3A4560, 0x0D1220,
              0xFFBE7A),
    };
    return all;
}

const std::vector<Print>& prints() {
    static const std::vector<Print> all{
        {rgb(0xF6EFE4),
         {rgb(0xC8553D), rgb(0xE9A15B), rgb(0x2F5049), rgb(0x8FB5AE), rgb(0x3E3A4F)}},
        {rgb(0xEFE6DA),
         {rgb(0x31465C), rgb(0xD98850), rgb(0xA3BDB2), rgb(0xE6C9A0), rgb(0x8C4A4A)}},
        {rgb(0xFAF3E7),
         {rgb(0x5A6B4D), rgb(0xA9B388), rgb(0xE0B15E), rgb(0xB65C38), rgb(0x45403A)}},
        {rgb(0xF3E5DE),
         {rgb(0x7B4B63), rgb(0xD98A8A), rgb(0xF0C2A2), rgb(0x3F5E6B), rgb(0xA8C0BE)}},
        {rgb(0xE8EDEA),
         {rgb(0x1F4E5A), rgb(0x5D9AA0), rgb(0xF0B67F), rgb(0xD6604D), rgb(0xC9D8CF)}},
        {rgb(0xF7E9D2),
         {rgb(0xB9482F), rgb(0x274C5B), rgb(0xE8A33D), rgb(0x7D9A7A), rgb(0x563A4C)}},
        {rgb(0xEDE7F0),
         {rgb(0x4A3B63), rgb(0x9C86B8), rgb(0xE6A6A0), rgb(0xF2D6A8), rgb(0x3C6E71)}},
    };
    return all;
}

}  // namespace parley::demo
