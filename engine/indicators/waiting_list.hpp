#pragma once
// Children's mental health services as a queue: who waits follows from referrals and from the places there are.

#include "indicators/catalogue.hpp"

namespace spires {

/// Caseload, waiting list, weeks waited and closures without support, for the service `camhs_referrals` where it is one.
/// Places are those of the first year, plus what programmes add: they do not grow with referrals.
[[nodiscard]] std::vector<Indicator> waiting_list_indicators(const HealthTables& tables);

/// The queue year by year.
struct WaitingList {
    std::vector<double> waiting, taken, closed;  ///< at the end of the year, and in it
};
/// What a queue is like in the first year, as shares of active referrals.
struct QueueShares {
    double taken = 0, closed = 0;  ///< the rest waits
};
/// The shares of a draw: `camhs_supported_share` and `camhs_closed_share`, never more than all together.
[[nodiscard]] QueueShares queue_shares(const Parameters& parameters);
/// Active referrals of a year are those who waited and those who come new; a share of them is closed without support,
/// as many as there are places are taken into care, and the rest waits.
[[nodiscard]] WaitingList run_queue(const std::vector<double>& referrals, const std::vector<double>& added_places, QueueShares shares);

}  // namespace spires
