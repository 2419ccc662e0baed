#include "indicators/waiting_list.hpp"

#include <algorithm>

namespace spires {

namespace {

constexpr double weeks_a_year = 52.18;

using MeasureOfQueue = std::function<std::vector<double>(const WaitingList&, const Parameters&)>;

Indicator of_queue(Variable variable, MeasureOfQueue measure) {
    return {std::move(variable), {}, {}, [measure = std::move(measure)](const SeriesOf& of, const Parameters& parameters) {
                return measure(run_queue(of("camhs_referrals"), of("camhs_places_added"), queue_shares(parameters)), parameters);
            }};
}

}  // namespace

QueueShares queue_shares(const Parameters& parameters) {
    const double taken = parameters["camhs_supported_share"];
    return {.taken = taken, .closed = std::min(parameters["camhs_closed_share"], 1.0 - taken)};
}

WaitingList run_queue(const std::vector<double>& referrals, const std::vector<double>& added_places, QueueShares shares) {
    WaitingList queue;
    if (referrals.empty()) return queue;
    const double waiting_share = 1.0 - shares.taken - shares.closed;
    double waiting = waiting_share * referrals.front();  // as if the first year had gone on for long
    const double places = shares.taken * referrals.front();
    for (std::size_t year = 0; year < referrals.size(); ++year) {
        const double active = waiting + (1.0 - waiting_share) * referrals[year];
        const double closed = shares.closed * active;
        const double taken = std::min(places + added_places[year], active - closed);
        waiting = active - closed - taken;
        queue.waiting.push_back(waiting);
        queue.taken.push_back(taken);
        queue.closed.push_back(closed);
    }
    return queue;
}

std::vector<Indicator> waiting_list_indicators(const HealthTables& tables) {
    if (std::ranges::find(tables.services, "camhs_referrals", &Service::name) == tables.services.end()) return {};
    const std::string young_people = "children-and-young-people";
    return {
        {{"camhs_places_added", "count", "Places programmes add to children's mental health services", "Children taken into care in the step beyond the places of the first year.", "none", young_people, "scenario files"},
         [](const AreaCounts& counts, SexGroup sex) { return from_fixed_point(counts.total(Count::camhs_added, sex)); }, {}},
        of_queue({"camhs_caseload", "count", "Children in the care of mental health services", "Open cases at mid-year: children taken into care in the step times the years they stay.", "none", young_people, "model; Children's Commissioner 2024"},
                 [](const WaitingList& queue, const Parameters& parameters) {
                     auto cases = queue.taken;
                     for (auto& c : cases) c *= parameters["camhs_years_in_care"];
                     return cases;
                 }),
        of_queue({"camhs_waiting_list", "count", "Children waiting for mental health support", "Active referrals at the end of the step that are neither in care nor closed.", "lower", young_people, "model; Children's Commissioner 2024"},
                 [](const WaitingList& queue, const Parameters&) { return queue.waiting; }),
        of_queue({"camhs_wait_weeks", "weeks", "Weeks waited for mental health support", "The waiting list over those who leave it in the step.", "lower", young_people, "model; Children's Commissioner 2024"},
                 [](const WaitingList& queue, const Parameters&) {
                     std::vector<double> weeks;
                     for (std::size_t y = 0; y < queue.waiting.size(); ++y) weeks.push_back(weeks_a_year * queue.waiting[y] / (queue.taken[y] + queue.closed[y]));
                     return weeks;
                 }),
        of_queue({"camhs_referrals_unmet", "count", "Referrals closed without support", "Children whose referral is closed in the step before support.", "lower", young_people, "model; Children's Commissioner 2024"},
                 [](const WaitingList& queue, const Parameters&) { return queue.closed; }),
    };
}

}  // namespace spires
