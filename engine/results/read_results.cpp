#include "results/read_results.hpp"

#include "core/error.hpp"
#include "core/text.hpp"
#include "results/hdf5_file.hpp"
#include "results/results_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <limits>
#include <map>

namespace spires {

namespace {

constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

std::string lower_case(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

H5::H5File open(const std::filesystem::path& file) {
    const auto wrong = [&file](Exit code, const char* what) {
        return UserError(code, fmt::format("{}: error: {}", file.string(), what));
    };
    H5::Exception::dontPrint();
    if (!std::filesystem::exists(file)) throw wrong(Exit::input_missing, "there is no such file");
    if (!std::filesystem::is_regular_file(file)) throw wrong(Exit::wrong_data, "this is not a file");
    if (H5Fis_hdf5(file.c_str()) <= 0) throw wrong(Exit::wrong_data, "this is not an HDF5 file, so not results of `spires run`");
    try {
        return H5::H5File(file.string(), H5F_ACC_RDONLY);
    } catch (const H5::Exception&) {
        throw wrong(Exit::wrong_data, "the file is cut short or damaged; copy it again, or run the scenario again");
    }
}

std::int32_t number_attribute(const H5::H5Object& object, const std::string& name) {
    std::int32_t number = 0;
    if (object.attrExists(name)) object.openAttribute(name).read(H5::PredType::NATIVE_INT32, &number);
    return number;
}

void check_schema(const H5::H5File& file, const std::filesystem::path& name) {
    const std::int32_t found = number_attribute(file.openGroup("/"), "schema_version");
    if (found == results_schema_version) return;
    throw UserError(Exit::wrong_data,
                    found == 0 ? fmt::format("{}: error: this HDF5 file does not hold results of `spires run`", name.string())
                               : fmt::format("{}: error: the results have schema version {} and this program reads {}; "
                                             "use the version of Spires that wrote them", name.string(), found, results_schema_version));
}

ResultsAxes read_axes(const H5::H5File& file) {
    const auto texts = [&file](const char* name) { return hdf5::read_texts(file.openDataSet(name)); };
    ResultsAxes axes;
    const auto stems = texts("scenario"), names = texts("scenario_name"), descriptions = texts("scenario_description"),
               ambitions = texts("scenario_ambition"), pillars = texts("scenario_pillars");
    for (std::size_t s = 0; s < stems.size(); ++s) {
        std::vector<std::string> words = pillars.at(s).empty() ? std::vector<std::string>{} : split(pillars[s], ',');
        for (std::string& word : words) word.erase(0, word.find_first_not_of(' '));
        axes.scenarios.push_back({stems[s], names.at(s), descriptions.at(s), ambitions.at(s), std::move(words)});
    }
    for (const double year : hdf5::read_numbers(file.openDataSet("year"))) axes.years.push_back(static_cast<int>(year));
    const auto codes = texts("area"), area_names = texts("area_name"), types = texts("area_type");
    for (std::size_t a = 0; a < codes.size(); ++a) axes.areas.push_back({codes[a], area_names.at(a), types.at(a)});
    return axes;
}

/// Variables are marked by naming what is derived from them.
std::vector<Variable> read_variables(const H5::H5File& file) {
    std::vector<Variable> variables;
    const H5::Group root = file.openGroup("/");
    H5G_info_t about{};
    if (H5Gget_info(root.getId(), &about) < 0) throw H5::GroupIException("H5Gget_info", "failed");
    for (hsize_t i = 0; i < about.nlinks; ++i) {
        char name[256] = {};
        H5Lget_name_by_idx(root.getId(), ".", H5_INDEX_CRT_ORDER, H5_ITER_INC, i, name, sizeof name, H5P_DEFAULT);
        if (root.childObjType(std::string(name)) != H5O_TYPE_DATASET) continue;
        const H5::DataSet dataset = root.openDataSet(name);
        if (!dataset.attrExists("ancillary_variables")) continue;
        const auto text = [&dataset](const char* key) { return hdf5::text_attribute(dataset, key); };
        Variable variable{name, text("units"), text("long_name"), text("description"), text("direction"),
                          text("ambition"), text("source")};
        variable.city_only = hdf5::shape_of(dataset).size() == 4;
        variables.push_back(std::move(variable));
    }
    return variables;
}

}  // namespace

struct ResultsReader::Implementation {
    std::filesystem::path name;
    H5::H5File file;
    ResultsAxes axes;
    std::vector<Variable> variables;
    ReplicateDesign design;
    std::map<std::string, std::vector<double>> known;  ///< datasets read so far, by path

    explicit Implementation(const std::filesystem::path& path) : name(path), file(open(path)) {
        try {
            check_schema(file, name);
            axes = read_axes(file);
            variables = read_variables(file);
            const H5::Group root = file.openGroup("/");
            design.draws = static_cast<std::size_t>(number_attribute(root, "draws"));
            design.seeds_a_draw = static_cast<std::size_t>(number_attribute(root, "seeds_a_draw"));
        } catch (const H5::Exception&) {
            throw damaged("its axes");
        }
    }

    [[nodiscard]] UserError damaged(const std::string& where) const {
        return {Exit::wrong_data, fmt::format("{}: error: the file is damaged or incomplete at {}", name.string(), where)};
    }

    /// Whether there is such an object; every group on the way is asked for, because HDF5 fails on a missing one.
    [[nodiscard]] bool holds(const std::string& path) const {
        for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1))
            if (H5Lexists(file.getId(), path.substr(0, slash).c_str(), H5P_DEFAULT) <= 0) return false;
        return H5Lexists(file.getId(), path.c_str(), H5P_DEFAULT) > 0;
    }

    template <class Values, class Read>
    [[nodiscard]] Values whole(const std::string& path, const Read& read_dataset) const {
        if (!holds(path)) return {};
        try {
            return read_dataset(file.openDataSet(path));
        } catch (const H5::Exception&) {
            throw damaged(path);
        }
    }

    const std::vector<double>& read(const std::string& path, std::size_t size) {
        const auto found = known.find(path);
        if (found != known.end()) return found->second;
        try {
            std::vector<double> values = hdf5::read_numbers(file.openDataSet(path));
            if (values.size() != size) throw damaged(path);
            return known.emplace(path, std::move(values)).first->second;
        } catch (const H5::Exception&) {
            throw damaged(path);
        }
    }

    /// Five statistics of `variable` in the dataset `path`.
    Estimate estimate(const std::string& path, const Variable& variable, const ResultsCell& cell) {
        if (variable.city_only && cell.area > 0) return {no_value, no_value, no_value, no_value, no_value};
        const std::size_t cells = axes.cells(variable);
        const auto& values = read(path, axes.scenarios.size() * statistic_count * cells);
        const double* from = values.data() + cell.scenario * statistic_count * cells + place(variable, cell);
        return {from[0], from[cells], from[2 * cells], from[3 * cells], from[4 * cells]};
    }

    [[nodiscard]] std::size_t place(const Variable& variable, const ResultsCell& cell) const {
        const std::size_t areas = variable.city_only ? 1 : axes.areas.size();
        return (cell.year * areas + cell.area) * 3 + cell.sex;
    }
};

ResultsReader::ResultsReader(const std::filesystem::path& file) : implementation_(std::make_unique<Implementation>(file)) {}
ResultsReader::~ResultsReader() = default;
ResultsReader::ResultsReader(ResultsReader&&) noexcept = default;
ResultsReader& ResultsReader::operator=(ResultsReader&&) noexcept = default;

const std::filesystem::path& ResultsReader::file() const noexcept { return implementation_->name; }
const ResultsAxes& ResultsReader::axes() const noexcept { return implementation_->axes; }
const std::vector<Variable>& ResultsReader::variables() const noexcept { return implementation_->variables; }
const ReplicateDesign& ResultsReader::design() const noexcept { return implementation_->design; }

bool ResultsReader::has(std::string_view name) const noexcept {
    return std::any_of(variables().begin(), variables().end(), [name](const Variable& each) { return each.name == name; });
}

const Variable& ResultsReader::variable(const std::string& name) const {
    std::vector<std::string> names;
    for (const Variable& each : variables()) {
        if (each.name == name) return each;
        names.push_back(each.name);
    }
    throw UserError(Exit::wrong_data, fmt::format("{}: error: there is no indicator '{}' in these results{}",
                                                  file().string(), name, suggestion(name, names)));
}

std::size_t ResultsReader::area(const std::string& code_or_name) const {
    const std::string wanted = lower_case(code_or_name);
    std::vector<std::string> names;
    for (std::size_t a = 0; a < axes().areas.size(); ++a) {
        const Area& each = axes().areas[a];
        if (lower_case(each.code) == wanted || lower_case(each.name) == wanted) return a;
        names.insert(names.end(), {each.code, each.name});
    }
    throw UserError(Exit::wrong_data, fmt::format("{}: error: there is no area '{}' in these results{}", file().string(),
                                                  code_or_name, suggestion(code_or_name, names)));
}

std::size_t ResultsReader::year(int year) const {
    const auto& years = axes().years;
    const auto found = std::find(years.begin(), years.end(), year);
    if (found != years.end()) return static_cast<std::size_t>(found - years.begin());
    throw UserError(Exit::wrong_data, fmt::format("{}: error: there is no year {} in these results, which cover {} to {}",
                                                  file().string(), year, years.front(), years.back()));
}

Estimate ResultsReader::level(const std::string& name, const ResultsCell& cell) const {
    return implementation_->estimate(name, variable(name), cell);
}

Estimate ResultsReader::difference(const std::string& name, const ResultsCell& cell) const {
    return implementation_->estimate(name + "_difference", variable(name), cell);
}

double ResultsReader::probability_better(const std::string& name, const ResultsCell& cell) const {
    const Variable& about = variable(name);
    if (about.city_only && cell.area > 0) return no_value;
    const std::size_t cells = axes().cells(about);
    return implementation_->read(name + "_probability_better", axes().scenarios.size() * cells)[cell.scenario * cells + implementation_->place(about, cell)];
}

const std::vector<double>& ResultsReader::replicates(const std::string& name) const {
    return implementation_->read("replicates/" + variable(name).name,
                                 axes().scenarios.size() * design().replicates() * axes().years.size() * 3);
}

SpreadParts ResultsReader::difference_parts(const std::string& name, const ResultsCell& cell) const {
    const std::size_t cells = axes().years.size() * 3;
    const auto& values = implementation_->read("uncertainty/" + variable(name).name, axes().scenarios.size() * 4 * cells);
    const double* from = values.data() + cell.scenario * 4 * cells + cell.year * 3 + cell.sex;
    return {from[2 * cells], from[3 * cells]};
}

std::vector<double> ResultsReader::numbers(const std::string& path) const {
    return implementation_->whole<std::vector<double>>(path, hdf5::read_numbers);
}

std::vector<std::string> ResultsReader::texts(const std::string& path) const {
    return implementation_->whole<std::vector<std::string>>(path, hdf5::read_texts);
}

std::string ResultsReader::input_table(const std::string& name) const {
    std::string text;
    for (const double byte : numbers("provenance/inputs/" + name)) text += static_cast<char>(static_cast<unsigned char>(byte));
    return text;
}

std::string ResultsReader::attribute(const std::string& path, const std::string& name) const {
    if (path != "/" && !implementation_->holds(path)) return "";
    try {
        const auto text = [&name](const H5::H5Object& object) {
            if (!object.attrExists(name)) return std::string();
            return object.openAttribute(name).getTypeClass() == H5T_STRING ? hdf5::text_attribute(object, name)
                                                                           : fmt::format("{}", number_attribute(object, name));
        };
        if (path == "/" || implementation_->file.childObjType(path) == H5O_TYPE_GROUP) return text(implementation_->file.openGroup(path));
        return text(implementation_->file.openDataSet(path));
    } catch (const H5::Exception&) {
        throw implementation_->damaged(path);
    }
}

}  // namespace spires
