#include "indicators/economics.hpp"
#include "results/group_parts.hpp"
#include "results/results_parts.hpp"
#include "results/statistics.hpp"

#include <map>

namespace spires {

namespace {

using hdf5::set_attribute;

/// Differences of the whole city, both sexes, out of the values of all replicates; variables are read once.
class StoreDifferences {
public:
    explicit StoreDifferences(const ReplicateStore& store) : store_(store) {}

    [[nodiscard]] DifferenceSource source() {
        DifferenceSource source;
        for (const Variable& variable : store_.variables()) source.variables.push_back(variable.name);
        source.of = [this](const std::string& name, std::size_t scenario) { return differences(name, scenario); };
        return source;
    }

private:
    /// [scenario][replicate][year] of the first cell of each year: the city's, persons.
    const std::vector<double>& city(const std::string& name) {
        const auto found = known_.find(name);
        if (found != known_.end()) return found->second;
        const std::size_t v = store_.index_of(name).value();
        const std::vector<double> all = store_.read(v);  // [replicate][scenario][year][area][sex]
        const ResultsAxes& axes = store_.axes();
        const std::size_t cells = axes.cells(store_.variables()[v]), a_year = cells / axes.years.size();
        std::vector<double> values;
        for (std::size_t s = 0; s < axes.scenarios.size(); ++s)
            for (std::size_t r = 0; r < store_.replicates(); ++r)
                for (std::size_t y = 0; y < axes.years.size(); ++y) values.push_back(all[(r * axes.scenarios.size() + s) * cells + y * a_year]);
        return known_.emplace(name, std::move(values)).first->second;
    }

    Differences differences(const std::string& name, std::size_t scenario) {
        const std::vector<double>& values = city(name);
        const std::size_t replicates = store_.replicates(), years = store_.axes().years.size();
        Differences found(replicates, std::vector<double>(years));
        for (std::size_t r = 0; r < replicates; ++r)
            for (std::size_t y = 0; y < years; ++y) found[r][y] = values[(scenario * replicates + r) * years + y] - values[r * years + y];
        return found;
    }

    const ReplicateStore& store_;
    std::map<std::string, std::vector<double>> known_;
};

/// Statistics of all scenarios and discountings as they go into one dataset, last axis `statistic`.
class Collected {
public:
    explicit Collected(const Reduction& reduction) : reduction_(reduction) {}
    void add(const std::vector<double>& by_replicate) {
        const Estimate found = reduction_.estimate(by_replicate);
        values_.insert(values_.end(), {found.mean, found.sd, found.p2_5, found.p50, found.p97_5});
    }
    [[nodiscard]] const std::vector<double>& values() const noexcept { return values_; }

private:
    const Reduction& reduction_;
    std::vector<double> values_;
};

struct EconomicScales {
    H5::DataSet discounting, payer, threshold;
};

EconomicScales write_scales(const H5::Group& group) {
    std::vector<std::string> names;
    for (const Discounting& discounting : discountings) names.emplace_back(discounting.name);
    std::vector<double> pounds;
    for (std::size_t i = 0; i < threshold_count; ++i) pounds.push_back(threshold(i));
    EconomicScales scales{hdf5::write_text_scale(group, "discounting", names, "rates a year: none; costs 3.5 % and health 1.5 % (Green Book); both 3.5 % (NICE)"),
                          hdf5::write_text_scale(group, "payer", {payer_names.begin(), payer_names.end()}, "who pays for a service"),
                          hdf5::write_numbers(group, "threshold", pounds, {pounds.size()}, {pounds.size()})};
    set_attribute(scales.threshold, "units", "GBP");
    set_attribute(scales.threshold, "long_name", "what a year of health may cost");
    hdf5::make_scale(scales.threshold, "threshold");
    return scales;
}

}  // namespace

void write_economics(const H5::Group& root, const RootScales& scales, const ReplicateStore& store, const ReplicateDesign& design) {
    StoreDifferences differences(store);
    const DifferenceSource source = differences.source();
    if (!can_appraise(source)) return;
    const Reduction reduction(design.replicates(), design.seeds_a_draw);
    Collected cost(reduction), avoided(reduction), net(reduction), years(reduction), qalys(reduction), benefit(reduction);
    std::vector<double> acceptable;
    for (std::size_t scenario = 0; scenario < store.axes().scenarios.size(); ++scenario) {
        for (const Discounting& discounting : discountings) {
            const Appraisal found = appraise(source, scenario, discounting);
            cost.add(found.programme_cost);
            for (const auto& amounts : found.avoided) avoided.add(amounts);
            net.add(found.net_cost);
            years.add(found.healthy_life_years);
            if (!found.qalys.empty()) qalys.add(found.qalys);
            for (std::size_t i = 0; i < threshold_count; ++i) {
                const std::vector<double> worth = found.net_benefit(threshold(i));
                benefit.add(worth);
                acceptable.push_back(reduction.probability_better(worth, "higher"));
            }
        }
    }
    const H5::Group group = hdf5::create_group(root, "economics");
    set_attribute(group, "description", "sums over the years of the run, whole city, scenario less baseline, discounted to the first year of cost");
    set_attribute(group, "health", qalys.values().empty() ? "healthy_life_years" : "qalys");
    const EconomicScales own = write_scales(group);
    const std::vector<H5::DataSet> plain{scales.scenario, own.discounting, scales.statistic};
    hdf5::write_along(group, "programme_cost", "GBP", "cost of programmes", cost.values(), plain);
    hdf5::write_along(group, "costs_avoided", "GBP", "costs of services not needed, by payer", avoided.values(), {scales.scenario, own.discounting, own.payer, scales.statistic});
    hdf5::write_along(group, "net_cost", "GBP", "cost of programmes less costs avoided", net.values(), plain);
    hdf5::write_along(group, "healthy_life_years", "years", "years lived in good health gained", years.values(), plain);
    if (!qalys.values().empty()) hdf5::write_along(group, "qalys", "years", "quality-adjusted life-years gained", qalys.values(), plain);
    hdf5::write_along(group, "net_benefit", "GBP", "health gained at the threshold less net cost", benefit.values(), {scales.scenario, own.discounting, own.threshold, scales.statistic});
    hdf5::write_along(group, "acceptability", "1", "chance that the net benefit is above nothing", acceptable, {scales.scenario, own.discounting, own.threshold});
}

}  // namespace spires
