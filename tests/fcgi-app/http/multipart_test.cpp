#include "fcgi-app/http/multipart.h"

#include <random>

#include <boost/test/unit_test.hpp>

#include "fcgi-app/http/limits.h"
#include "tests/fcgi-app/http/refusals.h"

using namespace parley::http;
using namespace parley::http::test;
using namespace std::string_literals;
using enum parley::ErrorKind;

namespace {

constexpr std::string_view boundary = "----WebKitFormBoundaryX7";

std::string part(const std::string& headers, const std::string& content) {
    return "--" + std::string(boundary) + "\r\n" + headers + "\r\n\r\n" + content + "\r\n";
}

std::string field(const std::string& name, const std::string& content) {
    return part("Content-Disposition: form-data; name=\"" + name + "\"", content);
}

std::string file(const std::string& name, const std::string& filename, const std::string& content) {
    return part("Content-Disposition: form-data; name=\"" + name + "\"; filename=\"" + filename +
                    "\"\r\nContent-Type: image/png",
                content);
}

const std::string last = "--" + std::string(boundary) + "--\r\n";

Form parse(std::string_view body, std::size_t octets_at_once = std::string::npos) {
    MultipartParser parser(boundary);
    while (!body.empty()) {
        const std::string_view piece = body.substr(0, octets_at_once);
        parser.feed(piece);
        body.remove_prefix(piece.size());
    }
    return parser.finish();
}

bool refuses(std::string_view body, parley::ErrorKind kind = bad_request) {
    return refused_as([&] { parse(body); }, kind) && refused_as([&] { parse(body, 1); }, kind);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(http_multipart)

BOOST_AUTO_TEST_CASE(fields_and_files_are_read) {
    const std::string octets = "\x89PNG\r\n\x1a\n\0\r\n--\r\n"s;
    const Form form = parse(field("content", "Grüezi") + file("image", "a.png", octets) +
                            field("alt", "one") + field("alt", "") + last);
    BOOST_TEST(form.field("content") == "Grüezi");
    BOOST_TEST(form.values("alt") == (std::vector<std::string>{"one", ""}),
               boost::test_tools::per_element());
    BOOST_REQUIRE(form.files.size() == 1u);
    BOOST_TEST(form.files[0].field == "image");
    BOOST_TEST(form.files[0].filename == "a.png");
    BOOST_TEST(form.files[0].content_type == "image/png");
    BOOST_TEST(form.files[0].octets == octets);
    BOOST_TEST(form.files_of("image").size() == 1u);
    BOOST_TEST(form.files_of("other").empty());
}

BOOST_AUTO_TEST_CASE(it_does_not_matter_where_the_body_is_cut) {
    const std::string tricky = "\r\n--" + std::string(boundary.substr(0, 10)) + "\r\r\n\r\n-";
    const std::string body = "preamble\r\n" + field("a", "1\r\n2") + file("f", "x", tricky) +
                             field("b", tricky) + field("empty", "") + last + "epilogue\r\n--";
    const Form whole = parse(body);
    BOOST_TEST(whole.files.at(0).octets == tricky);
    for (std::size_t octets = 1; octets < body.size(); ++octets) {
        const Form cut = parse(body, octets);
        BOOST_TEST((cut.fields == whole.fields), octets);
        BOOST_TEST(cut.files.at(0).octets == tricky);
    }
}

BOOST_AUTO_TEST_CASE(a_body_that_ends_early_is_refused) {
    const std::string body = field("a", "1") + field("b", "2") + last;
    const std::size_t complete = body.size() - 2;  // the last line break may be missing
    for (std::size_t size = 0; size < complete; ++size)
        BOOST_TEST(refuses(std::string_view(body).substr(0, size)), size);
    BOOST_TEST(parse(std::string_view(body).substr(0, complete)).fields.size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_form_without_parts_is_empty) {
    BOOST_TEST(parse(last).fields.empty());
}

BOOST_AUTO_TEST_CASE(an_empty_body_is_refused) {
    BOOST_TEST(refused_as([] { parse(""); }, bad_request));
}

BOOST_AUTO_TEST_CASE(a_thousand_parts_are_refused) {
    std::string body;
    for (std::size_t i = 0; i < limits::fields_max; ++i) body += field("a", "1");
    BOOST_TEST(parse(body + last).fields.size() == limits::fields_max);
    for (std::size_t i = limits::fields_max; i < 1000; ++i) body += field("a", "1");
    BOOST_TEST(refuses(body + last, too_large));
}

BOOST_AUTO_TEST_CASE(empty_file_inputs_count_as_parts_too) {
    std::string body;
    for (std::size_t i = 0; i <= limits::fields_max; ++i) body += file("f", "", "");
    BOOST_TEST(refuses(body + last, too_large));
}

BOOST_AUTO_TEST_CASE(giant_part_headers_are_refused) {
    const std::string much(limits::part_headers_bytes_max, 'x');
    const std::string disposition = "Content-Disposition: form-data; name=\"a\"";
    BOOST_TEST(refuses(part(disposition + "\r\nX: " + much, "1") + last, too_large));
    // Also before their end has been seen.
    BOOST_TEST(refused_as(
        [&] {
            MultipartParser(boundary).feed("--" + std::string(boundary) + "\r\nX: " + much + much);
        },
        too_large));
}

BOOST_AUTO_TEST_CASE(a_field_over_its_limit_is_refused) {
    const std::string most(limits::field_bytes_max, 'x');
    BOOST_TEST(parse(field("a", most) + last).field("a").size() == most.size());
    BOOST_TEST(refused_as([&] { parse(field("a", most + "x") + last, 1000); }, too_large));
}

BOOST_AUTO_TEST_CASE(a_file_over_its_limit_is_marked_and_the_rest_kept) {
    const std::string most(limits::file_bytes_max, 'x');
    const Form form = parse(field("content", "kept") + file("image", "big.png", most + "x") +
                                file("image", "good.png", most) + field("alt", "kept too") + last,
                            limits::read_bytes_at_once);
    BOOST_TEST(form.field("content") == "kept");
    BOOST_TEST(form.field("alt") == "kept too");
    BOOST_REQUIRE(form.files.size() == 2u);
    BOOST_TEST(form.files[0].too_large);
    BOOST_TEST(form.files[0].octets.empty());
    BOOST_TEST(!form.files[1].too_large);
    BOOST_TEST(form.files[1].octets.size() == most.size());
}

BOOST_AUTO_TEST_CASE(a_file_input_left_empty_is_no_file) {
    BOOST_TEST(parse(file("image", "", "") + last).files.empty());
    BOOST_TEST(parse(file("image", "named.png", "") + last).files.size() == 1u);
    BOOST_TEST(parse(file("image", "", "octets") + last).files.size() == 1u);
}

BOOST_AUTO_TEST_CASE(file_names_lose_paths_and_control_characters) {
    const auto name_of = [](const std::string& sent) {
        return parse(file("f", sent, "x") + last).files.at(0).filename;
    };
    BOOST_TEST(name_of("../../etc/passwd") == "passwd");
    BOOST_TEST(name_of("C:\\Pictures\\cat.png") == "cat.png");
    BOOST_TEST(name_of("a\0b\x1f.png"s) == "ab.png");
    BOOST_TEST(name_of("say %22hi%22%0D%0A.png") == "say \"hi\".png");
    BOOST_TEST(name_of("say \\\"hi\\\".png") == "say \"hi\".png");
    BOOST_TEST(name_of("\xff\xfe.png") == "");
    BOOST_TEST(name_of("dir/") == "");
    std::string many;
    for (int i = 0; i < 200; ++i) many += "ü";
    BOOST_TEST(name_of(many) == many.substr(0, 254));
}

BOOST_AUTO_TEST_CASE(malformed_parts_are_refused) {
    const std::string start = "--" + std::string(boundary);
    BOOST_TEST(refuses(start + "\r\n\r\nno headers\r\n" + last));
    BOOST_TEST(refuses(start + "no line break\r\n" + last));
    BOOST_TEST(refuses(start + "\nContent-Disposition: form-data; name=a\n\n1\n" + last));
    BOOST_TEST(refuses(part("Content-Disposition: form-data", "1") + last));
    BOOST_TEST(refuses(part("Content-Disposition: attachment; name=\"a\"", "1") + last));
    BOOST_TEST(refuses(part("Content-Type: text/plain", "1") + last));
    BOOST_TEST(refuses(part("no colon", "1") + last));
    BOOST_TEST(refuses(part("Content-Disposition: form-data; name=\"open", "1") + last));
    BOOST_TEST(refuses(start + std::string(1000, ' ') + "\r\n" + last));
}

BOOST_AUTO_TEST_CASE(nul_and_broken_utf8_in_fields_are_refused) {
    BOOST_TEST(refuses(field("a", "x\0y"s) + last));
    BOOST_TEST(refuses(field("a", "\xc3") + last));
    BOOST_TEST(refuses(field("\xff", "1") + last));
    BOOST_TEST(refuses(field("a\0"s, "1") + last));
}

BOOST_AUTO_TEST_CASE(headers_are_read_whatever_their_case_and_spacing) {
    const Form form = parse(
        part("CONTENT-DISPOSITION:form-data ;  NAME=plain ; x ;filename*=utf-8''a", "1") + last);
    BOOST_TEST(form.field("plain") == "1");
}

BOOST_AUTO_TEST_CASE(boundaries_are_found_in_the_content_type) {
    BOOST_TEST(boundary_of("multipart/form-data; boundary=abc") == "abc");
    BOOST_TEST(boundary_of("Multipart/Form-Data;charset=utf-8; Boundary=\"a b:c\"") == "a b:c");
    BOOST_TEST(boundary_of("multipart/form-data; boundary=" + std::string(70, 'b')).size() == 70u);
    for (const std::string bad :
         {"multipart/form-data",
          "multipart/form-data; boundary=", "multipart/form-data; boundary=\"a \"",
          "multipart/form-data; boundary=a\nb", "multipart/mixed; boundary=abc", ""})
        BOOST_TEST(boundary_of(bad) == "", bad);
    BOOST_TEST(boundary_of("multipart/form-data; boundary=" + std::string(71, 'b')) == "");
}

BOOST_AUTO_TEST_CASE(damaged_bodies_are_read_or_refused_and_never_more) {
    const std::string good =
        field("a", "1") + file("f", "x.png", "octets") + field("b", "2") + last;
    std::mt19937 random(7);  // the same damage at every run
    for (int round = 0; round < 5000; ++round) {
        std::string body = good;
        for (int change = 0; change < 3; ++change) {
            const std::size_t at = random() % body.size();
            if (random() % 2 == 0)
                body[at] = "\r\n-\";:\0=x"[random() % 9];
            else
                body.erase(at, random() % 5);
        }
        try {
            const Form form = parse(body, 1 + random() % 40);
            BOOST_TEST(form.fields.size() + form.files.size() <= 3u);
        } catch (const parley::Error& error) {
            BOOST_TEST((error.kind == bad_request));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
