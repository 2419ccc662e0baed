#include "report/server.hpp"

#include "core/error.hpp"
#include "report/child_run.hpp"
#include "report/packing.hpp"
#include "report/page.hpp"
#include "report/payload.hpp"
#include "report/scenario_words.hpp"
#include "report/server_rules.hpp"
#include "report/write_text.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <httplib.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <mutex>

namespace spires {

namespace {

namespace fs = std::filesystem;
using httplib::Request;
using httplib::Response;

constexpr std::size_t largest_request = 256 * 1024;
constexpr const char* plain = "text/plain; charset=utf-8";

void refuse(Response& response, int status, const std::string& why) {
    response.status = status;
    response.set_content(why, plain);
}

/// What was tried in a file; nothing where it cannot be read, which is said in words when it is chosen.
std::vector<std::string> tried_in(const fs::path& file) {
    std::vector<std::string> names;
    try {
        const ResultsReader results(file);
        for (const ScenarioLabel& each : results.axes().scenarios) names.push_back(each.name);
    } catch (const UserError&) {
        return {};
    }
    if (!names.empty()) names.erase(names.begin());   // the baseline
    return names;
}

/// Everything the server knows; handlers run in several threads, HDF5 in one.
class Service {
public:
    explicit Service(const ServerOptions& options) : options_(options) {}

    void list(Response& response) {
        const std::lock_guard lock(hdf5_);
        nlohmann::json all = nlohmann::json::array();
        for (const std::string& name : all_results_below(options_.folder)) {
            std::error_code failed;
            const auto written = fs::last_write_time(options_.folder / name, failed);
            const auto when = std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::file_clock::to_sys(written));
            all.push_back({{"name", name}, {"bytes", fs::file_size(options_.folder / name, failed)}, {"changed", fmt::format("{:%Y-%m-%d %H:%M} UTC", when)}, {"scenarios", tried_in(options_.folder / name)}});
        }
        response.set_content(all.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace), "application/json");
    }

    void results(const Request& request, Response& response) {
        const auto file = results_below(options_.folder, request.get_param_value("name"));
        if (!file) return refuse(response, 404, "There are no such results in the folder.");
        try {
            const std::lock_guard lock(hdf5_);
            response.set_content(deflate(page_payload(ResultsReader(*file))), "application/octet-stream");
        } catch (const UserError& error) {
            refuse(response, 422, error.what());
        }
    }

    void check(const Request& request, Response& response) {
        const auto built = write_scenario(request, response);
        if (built.empty()) return;
        const Ended ended = run_self({"check", (built / (built.filename().string() + ".toml")).string(), "--inputs", options_.inputs.string()}, built / "check.log");
        if (ended.code != 0) return refuse(response, 422, ended.text);
        response.set_content(ended.text, plain);
    }

    void run(const Request& request, Response& response) {
        const auto built = write_scenario(request, response);
        if (built.empty()) return;
        const auto wanted = nlohmann::json::parse(request.body, nullptr, false).value("replicates", 4);
        if (wanted < 1 || wanted > 100) return refuse(response, 422, "Replicates: a number from 1 to 100.");
        const std::string stem = built.filename().string();
        const bool started = run_.start({"run", (built / (stem + ".toml")).string(), "--inputs", options_.inputs.string(), "--replicates", std::to_string(wanted), "--progress", "json", "-o", (built / "results.h5").string()},
                                        built / "run.log", "built/" + stem + "/results.h5");
        if (!started) return refuse(response, 409, "Another run is not done yet.");
        response.status = 202;
        response.set_content("started", plain);
    }

    /// What a scenario can name, for the form: each lever with the changes it takes, and the keys of the evidence.
    void vocabulary(Response& response) const {
        try {
            response.set_content(scenario_words(options_.inputs), "application/json");
        } catch (const UserError& error) {
            refuse(response, 422, error.what());
        }
    }

    void state(Response& response) { response.set_content(run_.state(), "application/json"); }

private:
    /// Puts the scenario of a request into folder/built/<stem>; empty, and the response filled, when it may not.
    fs::path write_scenario(const Request& request, Response& response) const {
        const auto json = nlohmann::json::parse(request.body, nullptr, false);
        const bool whole = json.is_object() && json.contains("stem") && json["stem"].is_string() && json.contains("text") && json["text"].is_string();
        if (!whole || !is_stem(json["stem"].get<std::string>())) return refuse(response, 422, "Give the scenario a name of letters and digits."), fs::path();
        const fs::path above = options_.folder / "built", built = above / json["stem"].get<std::string>();
        std::error_code failed;
        if (fs::is_symlink(above, failed) || fs::is_symlink(built, failed)) return refuse(response, 422, "The folder `built` holds a link; nothing is written through it."), fs::path();
        fs::create_directories(built, failed);
        try {
            write_text(built / (built.filename().string() + ".toml"), json["text"].get<std::string>());
        } catch (const UserError& error) {
            return refuse(response, 500, error.what()), fs::path();
        }
        return built;
    }

    ServerOptions options_;
    std::mutex hdf5_;
    ChildRun run_;
};

/// Refuses whoever calls this machine by another name, or speaks for another page.
void guard(httplib::Server& server, const std::function<const HostRules&()>& rules) {
    server.set_pre_routing_handler([rules](const Request& request, Response& response) {
        const bool ours = rules().host_is_ours(request.get_header_value("Host")) && rules().origin_is_ours(request.get_header_value("Origin")) &&
                          request.get_header_value("Sec-Fetch-Site") != "cross-site";
        if (!ours) refuse(response, 403, "This server answers only its own page on this machine.");
        else if (request.method == "POST" && !request.get_header_value("Content-Type").starts_with("application/json")) refuse(response, 415, "JSON is expected.");
        else return httplib::Server::HandlerResponse::Unhandled;
        return httplib::Server::HandlerResponse::Handled;
    });
    server.set_default_headers({{"X-Content-Type-Options", "nosniff"}, {"Referrer-Policy", "no-referrer"}, {"Cache-Control", "no-store"}, {"X-Frame-Options", "DENY"}, {"Cross-Origin-Resource-Policy", "same-origin"}});
    server.set_payload_max_length(largest_request);
    server.set_read_timeout(10);
    server.set_write_timeout(60);
}

}  // namespace

void serve(const ServerOptions& options) {
    httplib::Server server;
    Service service(options);
    const int port = options.port == 0 ? server.bind_to_any_port(options.address.c_str()) : (server.bind_to_port(options.address.c_str(), options.port) ? options.port : -1);
    if (port <= 0) throw UserError(Exit::service_missing, fmt::format("spires serve: error: cannot listen on {}:{}; is it in use? Choose another with --port", options.address, options.port));
    const HostRules rules(options.address, port);
    guard(server, [&rules]() -> const HostRules& { return rules; });
    server.Get("/", [](const Request&, Response& response) { response.set_content(fill_page({}), "text/html; charset=utf-8"); });
    server.Get("/api/files", [&service](const Request&, Response& response) { service.list(response); });
    server.Get("/api/results", [&service](const Request& request, Response& response) { service.results(request, response); });
    server.Get("/api/vocabulary", [&service](const Request&, Response& response) { service.vocabulary(response); });
    server.Get("/api/run", [&service](const Request&, Response& response) { service.state(response); });
    server.Post("/api/check", [&service](const Request& request, Response& response) { service.check(request, response); });
    server.Post("/api/run", [&service](const Request& request, Response& response) { service.run(request, response); });
    if (options.listening) options.listening(port);
    if (!server.listen_after_bind()) throw UserError(Exit::service_missing, "spires serve: error: stopped listening");
}

}  // namespace spires
