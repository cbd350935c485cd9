#include "parleyctl/demo/stories.h"

namespace parley::demo {

namespace {

constexpr std::array posts{
    ForeignPost{
        "es",
        "Hoy el panadero me ha guardado la última barra. No hace falta más para arreglar un lunes.",
        {"Ese panadero vale oro.", "Los lunes deberían venir siempre con pan."}},
    ForeignPost{"es",
                "Mi abuela ha aprendido a hacer videollamadas. Solo vemos su techo, pero qué techo "
                "más bonito.",
                {"La mía también, el techo y media oreja 😂", "Dale un beso al techo de mi parte."}},
    ForeignPost{"es",
                "Primera vez que subo al monte de noche. Las estrellas parecían hacer ruido.",
                {"¡Qué frase! Te la robo.", "La próxima vez voy contigo."}},
    ForeignPost{
        "es",
        "¿Alguien sabe dónde comprar semillas de tomate rosa? Las mías no han querido salir.",
        {"En el mercado del sábado, el puesto de la esquina.", "Yo te guardo unas cuantas."}},
    ForeignPost{
        "es",
        "Llueve, hay sopa, y el gato ha elegido mis piernas. No pienso moverme hasta mañana.",
        {"Plan perfecto.", "El gato manda, los demás obedecemos."}},
    ForeignPost{"sv",
                "Första snön föll medan jag väntade på bussen. Ingen sa något, men alla log lite.",
                {"Så fint skrivet.", "Här regnar det bara, som vanligt."}},
    ForeignPost{"sv",
                "Någon har hängt upp små lyktor längs hela stigen till badet. Tack, vem du än är.",
                {"Jag såg dem i morse! Helt magiskt.", "Det är nog Gunnel, det är alltid Gunnel."}},
    ForeignPost{"sv",
                "Bakade kanelbullar till hela trappan. Nu hälsar alla.",
                {"Flyttar in imorgon!", "Så ska det gå till."}},
    ForeignPost{"sv",
                "Vinterbad nummer femtio. Det blir inte varmare, men jag blir gladare.",
                {"Heja dig!", "Brrr. Men också: när ses vi?"}},
    ForeignPost{"pt",
                "Hoje o mar estava tão calmo que até as gaivotas falavam baixo.",
                {"Que imagem linda.", "Amanhã vou lá ouvir."}},
    ForeignPost{
        "pt",
        "Consegui finalmente fazer o arroz-doce da minha avó. Faltava-me paciência, não açúcar.",
        {"A paciência é sempre o ingrediente que falta.", "Quero provar!"}},
    ForeignPost{"pt",
                "Perdi o autocarro e ganhei um pôr do sol.",
                {"Boa troca.", "Só tu para veres as coisas assim ❤️"}},
    ForeignPost{"pt",
                "Alguém quer aprender cavaquinho comigo? Às quintas, na garagem do Rui. Traz bolo.",
                {"Eu levo o bolo, o resto não prometo.", "Finalmente! Conta comigo."}},
    ForeignPost{"fr",
                "Le boulanger a dessiné un cœur dans la farine sur le comptoir. Il fait ça pour "
                "tout le monde, mais quand même.",
                {"Quand même, oui.", "Il mérite une médaille."}},
    ForeignPost{
        "fr",
        "J'ai passé la journée à réparer un vélo pour découvrir qu'il manquait une seule rondelle.",
        {"La rondelle, toujours la rondelle.", "J'en ai un bocal entier, passe quand tu veux."}},
    ForeignPost{"fr",
                "Il pleut sur Nantes, pour changer. Du coup : crêpes.",
                {"Au sucre ou au citron ?", "J'arrive."}},
    ForeignPost{"fr",
                "Première répétition de la chorale. On chante faux, mais ensemble.",
                {"C'est le plus important !", "Il reste une place chez les altos ?"}},
    ForeignPost{"de",
                "Heute im Zug: Ein Kind erklärt seiner Oma das Internet. »Da wohnen alle, aber "
                "keiner hat Platz.«",
                {"Besser kann man es nicht sagen.", "Das Kind sollte Vorträge halten."}},
    ForeignPost{"de",
                "Der Garten schläft, die Säge auch. Heute nur Tee und Saatgutkataloge.",
                {"Die beste Lektüre des Winters.", "Lass mir bitte etwas vom Mangold übrig!"}},
    ForeignPost{
        "de",
        "Habe nach zwölf Jahren wieder angefangen, Klavier zu spielen. Die Nachbarn sind tapfer.",
        {"Weiter so! Die Finger erinnern sich.", "Was spielst du denn?"}},
    ForeignPost{
        "de",
        "Sonntag, acht Uhr, Nebel über dem See. Ich hätte liegen bleiben können. Zum Glück nicht.",
        {"Da bekomme ich richtig Fernweh, und dabei wohne ich um die Ecke.",
         "Nächstes Mal klingelst du bei mir."}},
    ForeignPost{"ja",
                "今朝、近所の猫が初めて挨拶してくれました。いい一日になりそうです。",
                {"それは間違いなくいい日ですね。", "うちの近所の猫はまだ無視します(笑)"}},
    ForeignPost{"ja",
                "古本の間から昔の切符が出てきました。どこへ行った人だろう。",
                {"想像がふくらみますね。", "素敵な栞になりそう。"}},
    ForeignPost{"ja",
                "紅葉が始まりました。急がずに歩きます。",
                {"写真も見たいです!", "こちらはまだ緑です。"}},
    ForeignPost{"ja",
                "味噌汁がうまくできた日は、だいたい全部うまくいく。",
                {"わかります。", "だしは何ですか?"}},
    ForeignPost{"tr",
                "Vapurda yanıma oturan teyze bana mandalina verdi, adımı bile sormadı. Bu şehri bu "
                "yüzden seviyorum.",
                {"O teyzeler hiç bitmesin.", "Mandalina mevsimi açılmıştır!"}},
    ForeignPost{"tr",
                "Balkondaki fesleğen hâlâ direniyor. Ben de.",
                {"İkinize de kuvvet 🌿", "Üstünü ört geceleri."}},
    ForeignPost{"tr", "Çay bitti, sohbet bitmedi.", {"En güzeli.", "Demle yenisini, geliyorum."}},
};

}  // namespace

std::span<const ForeignPost> foreign_posts() {
    return posts;
}

}  // namespace parley::demo
