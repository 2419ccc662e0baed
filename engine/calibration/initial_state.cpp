#include "calibration/initial_state.hpp"

#include "calibration/calibrate_economy.hpp"
#include "calibration/sums.hpp"
#include "core/maths.hpp"
#include "core/random_batch.hpp"
#include "core/table.hpp"
#include "processes/condition_lanes.hpp"
#include "processes/screening.hpp"

#include <algorithm>
#include <unordered_map>

namespace spires {

namespace {

/// The normal score at each 4096th of the ranks, middle of its step.
constexpr std::uint32_t rank_bits = 12;
std::vector<Score> tabulate_scores() {
    std::vector<Score> scores;
    for (std::uint32_t rank = 0; rank < (1U << rank_bits); ++rank) scores.push_back(to_score(normal_quantile((rank + 0.5) / (1U << rank_bits))));
    return scores;
}

double correlation(const HealthTables& tables, const std::string& a, const std::string& b) {
    const auto found = tables.correlation.contains({a, b}) ? tables.correlation.find({a, b}) : tables.correlation.find({b, a});
    return found == tables.correlation.end() ? 0.0 : found->second;
}

/// Conditions ordered so that causes come before what they cause.
std::vector<std::size_t> causal_order(const HealthTables& tables) {
    const auto names = tables.condition_names();
    std::vector<std::size_t> order;
    const auto placed = [&](std::size_t c) { return std::ranges::find(order, c) != order.end(); };
    const auto ready = [&](std::size_t c) {
        return std::ranges::none_of(tables.risks, [&](const RiskCurve& curve) {
            const auto cause = std::ranges::find(names, curve.exposure);
            return curve.outcome == names[c] && cause != names.end() && !placed(static_cast<std::size_t>(cause - names.begin()));
        });
    };
    while (order.size() < names.size()) {
        const std::size_t before = order.size();
        for (std::size_t c = 0; c < names.size(); ++c)
            if (!placed(c) && ready(c)) order.push_back(c);
        if (order.size() == before)  // a circle: take the first that is left
            for (std::size_t c = 0; c < names.size(); ++c)
                if (!placed(c)) { order.push_back(c); break; }
    }
    return order;
}

std::vector<double> central_ratios(const HealthTables& tables) {
    std::vector<double> ratios;
    for (const auto& effect : tables.screening_effects) ratios.push_back(effect.ratio);
    return ratios;
}

std::vector<std::array<double, 5>> read_ethnic_shares(const Inputs& inputs) {
    std::vector<std::string> codes;
    for (const auto& place : inputs.places.places) codes.push_back(place.code);
    std::vector<std::array<double, 5>> shares(codes.size());
    const Table table = Table::read(inputs.folder / "ethnic_group.csv", {"place", "ethnic_group", "persons"});
    std::unordered_map<std::string_view, std::size_t> index;
    for (std::size_t i = 0; i < codes.size(); ++i) index[codes[i]] = i;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto found = index.find(table.text(row, "place"));
        if (found == index.end()) table.fail(row, "place", "unknown place; places.csv does not list it");
        shares[found->second][table.word(row, "ethnic_group", ethnic_group_names)] = table.number(row, "persons", 0, 1e7);
    }
    for (auto& share : shares) {
        double total = 0;
        for (const double n : share) total += n;
        double sum = 0;
        for (auto& n : share) n = sum += total > 0 ? n / total : 0.2;
    }
    return shares;
}

}  // namespace

InitialState::InitialState(const Inputs& inputs, const RiskModel& risks)
    : inputs_(inputs), risks_(risks), loneliness_(inputs), shared_(correlation(inputs.health, "activity", "body_mass_index")),
      own_(std::sqrt(1.0 - shared_ * shared_)), screening_persistence_(inputs.parameters["screening_persistence"]),
      development_(link_development(inputs.places, inputs.social, inputs.wider, inputs.parameters, inputs.parameters["causal_fraction"])), stages_(solve_stages(inputs.health, inputs.mortality, inputs.base_year, central_ratios(inputs.health))), order_(causal_order(inputs.health)),
      profiles_(inputs.health.conditions.size()), tables_(profiles_.size()), conditions_(profiles_.size()), most_common_(sexes * ages * conditions_, 1.0F),
      normal_scores_(tabulate_scores()), ethnic_shares_(read_ethnic_shares(inputs)) {}

void InitialState::initialise(Population& base, const RandomKey& key) {
    const auto for_everyone = [&](auto draw_one) {
        tbb::parallel_for(std::size_t{0}, base.blocks.size(), [&](std::size_t b) {
            auto& people = base.blocks[b].people;
            for (std::size_t row = 0; row < people.size(); ++row) draw_one(people, row);
        });
    };
    const int year = inputs_.base_year;
    for_everyone([&](PersonColumns& people, std::size_t row) {
        people.conditions[row] = 0;
        scores(people, row, year, draw(key, people.id[row], year, Purpose::initial_scores));
        habits(people, row, year, draw(key, people.id[row], year, Purpose::initial_state));
        surroundings(people, row, year, key);
    });
    if (inputs_.wider.present()) {
        auto central = ParameterDraw::central();
        settle_circumstances(inputs_, calibrate_economy(inputs_, inputs_.parameters, base, central), base);
    }
    for (const std::size_t c : order_) {
        freeze_profile(base, c);
        const auto purpose = condition_purpose(ConditionEvent::initial, c);
        for_everyone([&](PersonColumns& people, std::size_t row) { condition(people, row, year, draw(key, people.id[row], year, purpose)[c % 4], c); });
    }
    for_everyone([&](PersonColumns& people, std::size_t row) { stage(people, row, year, key); });
}

void InitialState::freeze_profile(const Population& base, std::size_t c) {
    const auto& condition = inputs_.health.conditions[c];
    constexpr std::size_t strata = sexes * five_year_bands;
    const auto visit = [&](const Block& block, auto add) {
        for (std::size_t row = 0; row < block.people.size(); ++row) {
            const int age = block.people.age(row, inputs_.base_year);
            if (condition.concerns(block.people.sex[row], age)) add(row, age, static_cast<std::size_t>(block.people.sex[row]));
        }
    };
    const auto means = sum_over_blocks(base, strata * 2, [&](const Block& block, std::vector<double>& sum) {
        visit(block, [&](std::size_t row, int age, std::size_t sex) {
            const auto state = RiskModel::state_of(block.people, row, block.people.conditions[row]);
            const std::size_t at = (sex * five_year_bands + five_year_band(age)) * 2;
            sum[at] += risks_.ratio(c, state, block.people.sex[row], age);
            sum[at + 1] += 1.0;
        });
    });
    for (std::size_t s = 0; s < strata; ++s)
        profiles_[c].mean_ratio[s / five_year_bands][s % five_year_bands] = means[2 * s + 1] > 0 ? means[2 * s] / means[2 * s + 1] : 1.0;
    profiles_[c].scale.fill(1.0);
    const auto cases = sum_over_blocks(base, deciles * 2, [&](const Block& block, std::vector<double>& sum) {
        visit(block, [&](std::size_t row, int age, std::size_t sex) {
            const std::size_t decile = inputs_.places.decile_of[block.people.place[row]];
            sum[2 * decile] += condition.prevalence[sex][age_row(age)];
            sum[2 * decile + 1] += prevalence(block.people, row, age, c);
        });
    });
    double plain = 0, weighted = 0;
    for (std::size_t d = 0; d < deciles; ++d) {
        plain += cases[2 * d];
        weighted += condition.decile_ratio[d] * cases[2 * d];
    }
    for (std::size_t d = 0; d < deciles; ++d)
        if (cases[2 * d + 1] > 0) profiles_[c].scale[d] = condition.decile_ratio[d] * (plain / weighted) * cases[2 * d] / cases[2 * d + 1];
    tabulate(c);
}

/// The profile of a condition as the kernels read it, with the share that nobody's own exceeds.
void InitialState::tabulate(std::size_t c) {
    const auto& condition = inputs_.health.conditions[c];
    auto& tables = tables_[c];
    tables = {{}, {}, {profiles_[c].scale.begin(), profiles_[c].scale.end()}, {}, RiskTables(risks_.factors(c))};
    const double highest_scale = *std::ranges::max_element(profiles_[c].scale);
    for (std::size_t s = 0; s < sexes; ++s) {
        for (const double mean : profiles_[c].mean_ratio[s]) tables.mean_ratio.push_back(static_cast<float>(mean));
        for (std::size_t age = 0; age < ages; ++age) {
            const int years = static_cast<int>(age);
            const double own = condition.prevalence[s][age] * risks_.highest(c, static_cast<Sex>(s), years) / profiles_[c].mean_ratio[s][five_year_band(years)] * highest_scale;
            const double most = condition.concerns(static_cast<Sex>(s), years) ? own * (1.0 + 1e-6) : 0.0;
            most_common_[(s * ages + age) * conditions_ + c] = static_cast<float>(most);
            tables.share.push_back(static_cast<float>(condition.prevalence[s][age]));
            tables.highest.push_back(last_half_word(most));
        }
    }
}

double InitialState::prevalence(const PersonColumns& people, std::size_t row, int age, std::size_t c) const {
    const auto& condition = inputs_.health.conditions[c];
    const Sex sex = people.sex[row];
    const auto s = static_cast<std::size_t>(sex);
    const auto state = RiskModel::state_of(people, row, people.conditions[row]);
    const double relative = risks_.ratio(c, state, sex, age) / profiles_[c].mean_ratio[s][five_year_band(age)];
    const double decile = profiles_[c].scale[inputs_.places.decile_of[people.place[row]]];
    return std::min(0.95, condition.prevalence[s][age_row(age)] * relative * decile);
}

void InitialState::condition(PersonColumns& people, std::size_t row, int year, std::uint32_t word, std::size_t c) const {
    const int age = people.age(row, year);
    const std::size_t stratum = static_cast<std::size_t>(people.sex[row]) * ages + age_row(age);
    if (happens(word, most_common_[stratum * conditions_ + c]) && happens(word, prevalence(people, row, age, c))) people.conditions[row] |= ConditionSet{1} << c;
}

/// Whether the illnesses that have stages were found late.
void InitialState::stage(PersonColumns& people, std::size_t row, int year, const RandomKey& key) const {
    for (const auto& staged : stages_) {
        if (!people.has(row, staged.condition)) continue;
        const auto stratum = staged.stratum(people.sex[row], people.age(row, year), inputs_.places.decile_of[people.place[row]], people.covered[row]);
        if (happens(staged.word(key, people.id[row], year), staged.among_ill[stratum])) people.conditions[row] |= staged.late;
    }
}

void InitialState::scores(PersonColumns& people, std::size_t row, int year, const Words& words) const {
    const auto normal_score = [&](std::uint32_t word) { return normal_scores_[word >> (32U - rank_bits)]; };
    people.activity[row] = normal_score(words[0]);
    people.body_mass_index[row] = to_score(shared_ * from_score(people.activity[row]) + own_ * from_score(normal_score(words[1])));
    people.loneliness[row] = normal_score(words[2]);
    people.health[row] = normal_score(words[3]);
    const int age = people.age(row, year);
    const Sex sex = people.sex[row];
    const std::size_t decile = inputs_.places.decile_of[people.place[row]];
    people.activity_minutes[row] = people.activity_lagged[row] =
        to_exposure_units(inputs_.health.activity.at(sex, age, decile, from_score(people.activity[row])), activity_unit);
    people.body_mass[row] = people.body_mass_lagged[row] =
        to_exposure_units(inputs_.health.body_mass_index.at(sex, age, decile, from_score(people.body_mass_index[row])), body_mass_index_unit);
    people.lonely[row] = loneliness_.lonely(sex, age, people.place[row], people.loneliness[row]) ? 1 : 0;
}

void InitialState::habits(PersonColumns& people, std::size_t row, int year, const Words& words) const {
    const int age = people.age(row, year);
    const Sex sex = people.sex[row];
    const std::size_t decile = inputs_.places.decile_of[people.place[row]];
    const auto& smoking = inputs_.health.smoking.of(sex, age, decile);
    const double u = uniform(words[0]);
    people.smoking[row] = u < smoking.current ? Smoking::current : (u < smoking.current + smoking.ex ? Smoking::ex : Smoking::never);
    const int longest = std::clamp(age - 18, 0, 60);  // quit at any age from 18, alike
    people.years_since_quitting[row] = people.smoking[row] == Smoking::ex ? static_cast<std::uint8_t>(uniform(words[1]) * (longest + 1)) : std::uint8_t{0};
    const bool after_school = age == 16 || age == 17;  // where NEET stands on school, not on the table of statuses
    if (age < 5) people.development[row] = Development::not_assessed;
    else people.development[row] = happens(words[2], inputs_.social.good_level_of_development[static_cast<std::size_t>(sex)][decile]) ? Development::reached : Development::not_reached;
    if (after_school) {
        const double neet = development_.neet[people.development[row] == Development::reached ? 1 : 0];
        const double v = uniform(words[3]);
        people.economic_status[row] = v >= neet ? EconomicStatus::education : (v < 0.5 * neet ? EconomicStatus::unemployed : EconomicStatus::inactive);
    }
}

/// Air, drinking, screening; and of newcomers, whether they are poor, as far as their place tells before their home does.
void InitialState::surroundings(PersonColumns& people, std::size_t row, int year, const Words& lasting, const Words& now) const {
    if (!inputs_.wider.present()) return;
    const std::size_t place = people.place[row];
    const int age = people.age(row, year);
    people.no2[row] = to_exposure_units(inputs_.wider.air.no2[place], air_unit);
    people.pm25[row] = to_exposure_units(inputs_.wider.air.pm25[place], air_unit);
    const bool drinks = age >= 16 && happens(lasting[1], inputs_.wider.social.alcohol[(static_cast<std::size_t>(people.sex[row]) * ages + age_row(age)) * deciles + inputs_.places.decile_of[place]]);
    const bool poor = happens(now[3], inputs_.wider.money.children_in_poverty[place] * (age < 16 ? 1.0 : 0.75));
    people.circumstances[row] = static_cast<Circumstances>((drinks ? circumstance::alcohol : 0) | (poor ? circumstance::poverty : 0));
    people.covered[row] = 0;
    for (std::size_t p = 0; p < inputs_.health.screening.size(); ++p) {
        const auto& programme = inputs_.health.screening[p];
        if (asks(programme, people.sex[row], age) && comes_to_screening(screening_persistence_, programme.share[inputs_.places.decile_of[place]], lasting[2], now, p))
            people.covered[row] |= static_cast<Coverage>(1U << p);
    }
}

void InitialState::draw_health(PersonColumns& people, std::size_t row, int year, const RandomKey& key) const {
    people.conditions[row] = 0;
    scores(people, row, year, draw(key, people.id[row], year, Purpose::initial_scores));
    habits(people, row, year, draw(key, people.id[row], year, Purpose::initial_state));
    surroundings(people, row, year, key);
    for (const std::size_t c : order_) condition(people, row, year, draw(key, people.id[row], year, condition_purpose(ConditionEvent::initial, c))[c % 4], c);
    stage(people, row, year, key);
}

/// The same draws, many people at a time.
void InitialState::draw_newcomers(PersonColumns& people, std::size_t first, int year, const RandomKey& key) const {
    thread_local BlockWords luck;
    const std::span ids = std::span(people.id).subspan(first);
    const auto for_each_newcomer = [&](auto purpose, auto draw_one) {
        luck.draw_all(key, ids, year, purpose);
        for (std::size_t k = 0; k < ids.size(); ++k) draw_one(first + k, luck.at(k));
    };
    for_each_newcomer(Purpose::newcomer_social, [&](std::size_t row, const Words& words) { social(people, row, year, words); });
    for_each_newcomer(Purpose::initial_scores, [&](std::size_t row, const Words& words) { scores(people, row, year, words); });
    for_each_newcomer(Purpose::initial_state, [&](std::size_t row, const Words& words) { habits(people, row, year, words); });
    thread_local BlockWords lasting;
    lasting.draw_all(lifelong(key), ids, 0, Purpose::lifelong);
    for_each_newcomer(Purpose::screening, [&](std::size_t row, const Words& words) { surroundings(people, row, year, lasting.at(row - first), words); });
    draw_conditions(people, first, year, key, inputs_.places, order_, tables_);
    for (std::size_t row = first; row < people.size(); ++row)
        if (people.conditions[row] != 0) stage(people, row, year, key);
}

void InitialState::draw_newborn(PersonColumns& people, std::size_t row, int year, const RandomKey& key) const {
    scores(people, row, year + 1, draw(key, people.id[row], year + 1, Purpose::initial_scores));
    surroundings(people, row, year + 1, key);
    people.smoking[row] = Smoking::never;
    people.conditions[row] = 0;
    people.economic_status[row] = EconomicStatus::child;
    people.development[row] = Development::not_assessed;
}

void InitialState::draw_social(PersonColumns& people, std::size_t row, int year, const RandomKey& key) const {
    social(people, row, year, draw(key, people.id[row], year, Purpose::newcomer_social));
}

void InitialState::social(PersonColumns& people, std::size_t row, int year, const Words& words) const {
    const int age = people.age(row, year);
    const Sex sex = people.sex[row];
    const std::size_t decile = inputs_.places.decile_of[people.place[row]];
    const auto& groups = ethnic_shares_[people.place[row]];
    std::size_t group = 0;
    while (group + 1 < groups.size() && uniform(words[0]) >= groups[group]) ++group;
    people.ethnic_group[row] = static_cast<EthnicGroup>(group);
    people.disabled[row] = happens(words[1], inputs_.social.disabled[static_cast<std::size_t>(sex)][age_row(age)]) ? 1 : 0;
    if (age < 16) {
        people.economic_status[row] = EconomicStatus::child;
        return;
    }
    const auto choose = [](const auto& shares, double u) {
        std::size_t i = 0;
        for (double below = shares[0]; i + 1 < shares.size() && u >= below; below += shares[i]) ++i;
        return i;
    };
    people.qualification[row] = static_cast<Qualification>(choose(inputs_.social.qualifications(age, decile), uniform(words[2])));
    people.economic_status[row] = static_cast<EconomicStatus>(choose(inputs_.social.status(sex, age, decile), uniform(words[3])));
}

}  // namespace spires
