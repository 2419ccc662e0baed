#include "report/scenario_words.hpp"

#include "scenario/vocabulary.hpp"
#include "scenario/words.hpp"

#include <nlohmann/json.hpp>

namespace spires {

namespace {
using Json = nlohmann::ordered_json;
}

std::string scenario_words(const std::filesystem::path& inputs) {
    const Vocabulary vocabulary(inputs);
    Json levers = Json::array(), evidence = Json::array();
    for (std::size_t i = 0; i < vocabulary.levers.size(); ++i) {
        const LeverDescription& lever = vocabulary.levers[i];
        Json changes = Json::array();
        for (const PermittedChange& each : lever.changes) changes.push_back(Json{{"kind", std::string(name_of(each.change))}, {"low", each.low}, {"high", each.high}});
        levers.push_back(Json{{"name", lever.name}, {"unit", lever.unit}, {"description", lever.description}, {"changes", std::move(changes)}});
    }
    for (const Source& source : vocabulary.sources) evidence.push_back(Json{{"key", source.key}, {"title", source.title}});
    return Json({{"levers", std::move(levers)}, {"evidence", std::move(evidence)}}).dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace spires
