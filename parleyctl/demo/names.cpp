#include "parleyctl/demo/names.h"

#include <array>

namespace parley::demo {

namespace {

using Name = std::string_view;

constexpr std::array<Name, 8> nordic_women{"Elin",   "Freja", "Ingrid", "Saga",
                                           "Astrid", "Tuva",  "Signe",  "Linnea"};
constexpr std::array<Name, 8> nordic_men{"Nils",   "Erik", "Lars", "Oskar",
                                         "Henrik", "Emil", "Axel", "Anton"};
constexpr std::array<Name, 10> nordic_surnames{"Lindberg", "Nyström",  "Holm",    "Ekström",
                                               "Dahl",     "Berglund", "Sandvik", "Halvorsen",
                                               "Åkesson",  "Thorsen"};
constexpr std::array<Name, 4> nordic_cities{"Gothenburg", "Malmö", "Bergen", "Aarhus"};

constexpr std::array<Name, 8> spanish_women{"Lucía", "Carmen",  "Marta",  "Paula",
                                            "Irene", "Valeria", "Ximena", "Nuria"};
constexpr std::array<Name, 8> spanish_men{"Diego", "Javier", "Mateo", "Andrés",
                                          "Pablo", "Raúl",   "Iván",  "Joaquín"};
constexpr std::array<Name, 10> spanish_surnames{"Ortega",  "Navarro", "Ibáñez", "Castaño",
                                                "Romero",  "Fuentes", "Salas",  "Molina",
                                                "Herrera", "Prieto"};
constexpr std::array<Name, 4> spanish_cities{"Valencia", "Bilbao", "Montevideo", "Oaxaca"};

constexpr std::array<Name, 6> portuguese_women{"Beatriz", "Inês",  "Rita",
                                               "Joana",   "Clara", "Larissa"};
constexpr std::array<Name, 6> portuguese_men{"Rui", "Tiago", "Caio", "Duarte", "Miguel", "Bruno"};
constexpr std::array<Name, 8> portuguese_surnames{"Almeida", "Teixeira", "Carvalho", "Nogueira",
                                                  "Pinto",   "Lopes",    "Barros",   "Moura"};
constexpr std::array<Name, 4> portuguese_cities{"Porto", "Lisbon", "Recife", "Coimbra"};

constexpr std::array<Name, 6> french_women{"Camille",  "Élodie",  "Manon",
                                           "Juliette", "Aurélie", "Noémie"};
constexpr std::array<Name, 6> french_men{"Luc", "Théo", "Antoine", "Bastien", "Rémi", "Julien"};
constexpr std::array<Name, 8> french_surnames{"Moreau",    "Lefèvre", "Garnier", "Roussel",
                                              "Blanchard", "Perrin",  "Faure",   "Mercier"};
constexpr std::array<Name, 4> french_cities{"Lyon", "Nantes", "Marseille", "Brussels"};

constexpr std::array<Name, 6> german_women{"Hanna",  "Lena",   "Katrin",
                                           "Frieda", "Miriam", "Johanna"};
constexpr std::array<Name, 6> german_men{"Jan", "Felix", "Matthias", "Lukas", "Moritz", "Tilman"};
constexpr std::array<Name, 8> german_surnames{"Brandt",   "Vogel", "Seidel", "Kessler",
                                              "Hartmann", "Böhm",  "Lorenz", "Winkler"};
constexpr std::array<Name, 4> german_cities{"Leipzig", "Hamburg", "Freiburg", "Vienna"};

constexpr std::array<Name, 6> japanese_women{"Yuki", "Haruka", "Emi", "Naoko", "Sakura", "Mei"};
constexpr std::array<Name, 6> japanese_men{"Kenji", "Haruto", "Daichi", "Ren", "Takumi", "Shin"};
constexpr std::array<Name, 8> japanese_surnames{"Mori",  "Hayashi",  "Ishikawa", "Fujita",
                                                "Okada", "Nakamura", "Ueda",     "Kobayashi"};
constexpr std::array<Name, 4> japanese_cities{"Kyoto", "Osaka", "Sapporo", "Fukuoka"};

constexpr std::array<Name, 6> turkish_women{"Elif", "Zeynep", "Defne", "Ayşe", "Selin", "Derya"};
constexpr std::array<Name, 6> turkish_men{"Emre", "Can", "Deniz", "Kerem", "Baran", "Onur"};
constexpr std::array<Name, 8> turkish_surnames{"Yıldız", "Kaya",   "Demir", "Aydın",
                                               "Şahin",  "Arslan", "Koç",   "Öztürk"};
constexpr std::array<Name, 3> turkish_cities{"Istanbul", "Izmir", "Ankara"};

constexpr std::array<Name, 6> west_african_women{"Ngozi", "Adaeze", "Amara",
                                                 "Efua",  "Abena",  "Folake"};
constexpr std::array<Name, 6> west_african_men{"Chidi", "Kwame", "Kofi", "Tunde", "Emeka", "Sekou"};
constexpr std::array<Name, 8> west_african_surnames{"Eze",    "Mensah", "Adeyemi", "Boateng",
                                                    "Diallo", "Nwosu",  "Owusu",   "Balogun"};
constexpr std::array<Name, 4> west_african_cities{"Lagos", "Accra", "Dakar", "London"};

constexpr std::array<Name, 6> levantine_women{"Yasmin", "Nour", "Samira", "Amal", "Shirin", "Rana"};
constexpr std::array<Name, 6> levantine_men{"Omar", "Karim", "Tarek", "Darius", "Sami", "Nabil"};
constexpr std::array<Name, 8> levantine_surnames{"Khalil", "Mansour",  "Rahimi", "Saleh",
                                                 "Nassar", "Farahani", "Aziz",   "Sabbagh"};
constexpr std::array<Name, 4> levantine_cities{"Beirut", "Amman", "Tunis", "Rotterdam"};

constexpr std::array<Name, 6> south_asian_women{"Priya", "Ananya", "Kavya",
                                                "Meera", "Divya",  "Asha"};
constexpr std::array<Name, 6> south_asian_men{"Arjun", "Rohan",  "Vikram",
                                              "Dev",   "Nikhil", "Sanjay"};
constexpr std::array<Name, 8> south_asian_surnames{"Sharma", "Iyer", "Banerjee",   "Kulkarni",
                                                   "Menon",  "Rao",  "Chatterjee", "Gill"};
constexpr std::array<Name, 4> south_asian_cities{"Pune", "Kochi", "Bengaluru", "Leicester"};

constexpr std::array<Name, 8> british_women{"Niamh", "Orla",  "Fiona", "Hazel",
                                            "Maeve", "Poppy", "Rhian", "Isla"};
constexpr std::array<Name, 8> british_men{"Callum", "Declan", "Rhys", "Angus",
                                          "Finn",   "Toby",   "Ewan", "Hugh"};
constexpr std::array<Name, 10> british_surnames{"Gallagher", "Byrne",   "Fraser",  "Pritchard",
                                                "Hughes",    "Ashdown", "MacLeod", "Wren",
                                                "Doyle",     "Penrose"};
constexpr std::array<Name, 4> british_cities{"Cork", "Cardiff", "Leith", "Whitby"};

constexpr std::array<Name, 6> slavic_women{"Ola", "Zuzanna", "Katya", "Milena", "Jana", "Ivana"};
constexpr std::array<Name, 6> slavic_men{"Marek", "Tomasz", "Pavel", "Luka", "Andrej", "Bogdan"};
constexpr std::array<Name, 8> slavic_surnames{"Novak", "Horvat", "Wójcik", "Marković",
                                              "Zając", "Kovač",  "Král",   "Babić"};
constexpr std::array<Name, 4> slavic_cities{"Kraków", "Prague", "Ljubljana", "Zagreb"};

constexpr std::array<Name, 6> east_asian_women{"Jiwoo", "Hana", "Soyeon",
                                               "Xinyi", "Lian", "Meiling"};
constexpr std::array<Name, 6> east_asian_men{"Minjun", "Jaehyun", "Hao", "Jun", "Kai", "Feng"};
constexpr std::array<Name, 8> east_asian_surnames{"Park", "Kim",   "Choi", "Chen",
                                                  "Liu",  "Zhang", "Lim",  "Seo"};
constexpr std::array<Name, 4> east_asian_cities{"Busan", "Taipei", "Singapore", "Vancouver"};

constexpr std::array<Region, 13> all{{
    {"sv", nordic_women, nordic_men, nordic_surnames, nordic_cities, {0, 2}, {3, 5}, false},
    {"es", spanish_women, spanish_men, spanish_surnames, spanish_cities, {1, 4}, {0, 3}, false},
    {"pt",
     portuguese_women,
     portuguese_men,
     portuguese_surnames,
     portuguese_cities,
     {1, 6},
     {0, 3},
     false},
    {"fr", french_women, french_men, french_surnames, french_cities, {0, 4}, {1, 5}, false},
    {"de", german_women, german_men, german_surnames, german_cities, {0, 2}, {1, 5}, false},
    {"ja", japanese_women, japanese_men, japanese_surnames, japanese_cities, {0, 2}, {0, 1}, false},
    {"tr", turkish_women, turkish_men, turkish_surnames, turkish_cities, {1, 3}, {0, 2}, true},
    {"en",
     west_african_women,
     west_african_men,
     west_african_surnames,
     west_african_cities,
     {5, 7},
     {0, 1},
     false},
    {"en",
     levantine_women,
     levantine_men,
     levantine_surnames,
     levantine_cities,
     {2, 4},
     {0, 1},
     true},
    {"en",
     south_asian_women,
     south_asian_men,
     south_asian_surnames,
     south_asian_cities,
     {3, 6},
     {0, 0},
     false},
    {"en", british_women, british_men, british_surnames, british_cities, {0, 2}, {2, 8}, false},
    {"en", slavic_women, slavic_men, slavic_surnames, slavic_cities, {0, 2}, {1, 5}, false},
    {"en",
     east_asian_women,
     east_asian_men,
     east_asian_surnames,
     east_asian_cities,
     {0, 2},
     {0, 1},
     false},
}};

}  // namespace

std::span<const Region> regions() {
    return all;
}

}  // namespace parley::demo
