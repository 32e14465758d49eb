"""What was said beside the work is shown where it is needed, and only what is out of the usual."""

from dataclasses import replace
from datetime import time

from domain.inventory import Access
from domain.job_preferences import JobPreferences
from domain.promises import Promise
from domain.site_rules import Opening, Permit, SiteEntry, SiteRules
from handlers.requests.request_form import RequestForm
from handlers.views.site_wording import entry_words, paper_words, rules_words, wishes_words
from handlers.words.catalogue import Words
from storage.request_content import RequestContent
from tests.handlers.requests.request_contents import (
    EVERY_RULE,
    EVERY_WISH,
    EVERYTHING,
    PLAIN,
    USUAL,
)

FR, EN = Words.load().say("fr"), Words.load().say("en")
LYON = replace(
    PLAIN.site,
    postcode="69001",
    commune=replace(PLAIN.site.commune, insee="69381", name="Lyon"),
    access=Access(),
)


def tidy(lines: object) -> list[str]:
    return [str(line).replace("\u202f", " ").replace("\u00a0", " ") for line in lines]  # type: ignore[attr-defined]


def with_rules(rules: SiteRules, asked: RequestContent = PLAIN) -> RequestContent:
    return replace(asked, rules=rules)


def test_what_is_usual_is_not_said() -> None:
    assert tidy(rules_words(FR, RequestForm, PLAIN)) == ["🔎 zone à faibles émissions"]
    assert tidy(rules_words(EN, RequestForm, PLAIN)) == ["🔎 low-emission zone"]
    assert [*rules_words(FR, RequestForm, replace(PLAIN, site=LYON))] == []
    assert [*rules_words(FR, RequestForm, replace(PLAIN, site=LYON, rules=SiteRules()))] == []
    assert [*wishes_words(FR, RequestForm, PLAIN)] == []
    assert [*entry_words(FR, RequestForm, PLAIN)] == []
    assert [*paper_words(FR, RequestForm, PLAIN, [*Promise])] == []


def test_a_coordinator_sees_every_rule_and_the_warnings_first() -> None:
    assert tidy(rules_words(FR, RequestForm, EVERYTHING)) == [
        "⚠️ Du matériel est loué : à voir avec le client avant d’enlever",
        "🚧 Autorisation de la mairie : à demander par nous, avant le dimanche 29 novembre 2026",
        "🪪 Noms de l’équipe à donner avant le samedi 12 décembre 2026",
        (
            "🔎 Horaires : 21:00–06:00 · Entrée : 🪪 Badge"
            " · Bruit : heures à fixer ensemble"
            " · Autres entreprises : oui, en même temps"
            " · Coordonnateur SPS : Mme Roy, 06 39 98 00 09"
            " · Confidentiel : 💾 Disques, ordinateurs"
            " · Ascenseur, intérieur : 110 × 140 × 210 cm · Ascenseur, kg : 630"
            " · Ascenseur réservable : oui · Bâtiment : B, escalier 2"
            " · Escalier, cm : 120 · Camion, hauteur : 1,9 m"
            " · Camion, poids : 3,5 t · Pour l’équipe : 🚰 Eau, 🚻 Toilettes"
            " · Rôle : 🔧 Sous-traitant · Propriétaire : SCI Hoche"
            " · SIRET propriétaire : 732 829 320 00074 · zone à faibles émissions"
        ),
    ]


def test_a_coordinator_sees_every_wish() -> None:
    assert tidy(wishes_words(EN, RequestForm, EVERYTHING)) == [
        (
            "⭐ Firm deadline: yes · Phases: 3 · Reuse target, %: 70 · Target in contract: yes"
            " · Destination: 🎁 To a named charity, 🚫 No resale"
            " · In detail: Emmaüs, la marque Nord · Integration hours: 140"
            " · Clause officer: M. Sow, sow@batinord.fr · PEMD: ✅ Done"
            " · Budget excl. VAT: €12,000 · Documents wanted: 📒 Waste register, 🌍 CO₂ note"
            " · Client: 🏛️ A public body"
            " · Bill to: Comptabilité · Postal address: 4 quai de la Marne, 93500 Pantin"
            " · E-mail: compta@batinord.fr · Reference: SVC-12/2026"
            " · VAT: FR44732829320"
        )
    ]


def test_the_client_asks_for_its_own_permit() -> None:
    told = tidy(rules_words(FR, RequestForm, with_rules(replace(USUAL, permit=Permit.CLIENT))))
    assert (
        told[0]
        == "🚧 Autorisation de la mairie : le client la demande, avant le dimanche 29 novembre 2026"
    )


def test_a_crew_reads_what_it_needs_at_the_door() -> None:
    assert tidy(entry_words(FR, RequestForm, EVERYTHING)) == [
        "🚧 Autorisation de la mairie : à demander par nous, avant le dimanche 29 novembre 2026",
        "🚪 Entrée : 🪪 Badge · Horaires : 21:00–06:00",
    ]
    guarded = replace(USUAL, entry=SiteEntry.GUARD, hours=Opening(time(7), time(19)))
    assert tidy(entry_words(EN, RequestForm, with_rules(guarded))) == [
        "🚪 Entry: 💂 Guard · Hours: 07:00–19:00"
    ]


def test_a_quote_answers_to_what_was_wished() -> None:
    told = tidy(paper_words(FR, RequestForm, EVERYTHING, [*Promise]))
    assert told[0] == "Délai impératif : oui"
    assert "PEMD : ✅ Fait" in told
    assert "Documents voulus : 📒 Registre des déchets, 🌍 Note CO₂" in told
    assert "TVA : FR44732829320" in told
    assert not any("Budget" in one for one in told)  # a hint for us is no part of a promise


def test_nothing_that_can_be_said_is_shown_nowhere() -> None:
    told = " ".join(
        [*rules_words(EN, RequestForm, EVERYTHING), *wishes_words(EN, RequestForm, EVERYTHING)]
    )
    for value in (EVERY_RULE.csps, EVERY_RULE.owner_name, EVERY_WISH.bound_words):
        assert value is not None
        assert value in told
    assert [
        *wishes_words(EN, RequestForm, replace(PLAIN, wishes=JobPreferences(hard_deadline=False)))
    ] != []


def test_what_nobody_in_the_company_keeps_is_not_printed() -> None:
    told = " ".join(tidy(paper_words(FR, RequestForm, EVERYTHING, [Promise.REGISTER])))
    assert "Registre des déchets" in told
    for gone in ("CO₂", "Heures d’insertion", "Certificat"):
        assert gone not in told
