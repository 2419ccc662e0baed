#include "population/row_lanes.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "population/row_lanes.cpp"
#include <hwy/foreach_target.h>

#include "population/person_lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

std::size_t list_of_ages(const PersonColumns& people, int year, AgeRange range, std::uint32_t* rows) {
    std::size_t found = 0;
    over_rows(people.size(), [&](auto d, std::size_t row) HWY_ATTR {
        found += note_rows(d, truth(d, is_of_ages(d, people, year, range, row)), row, rows + found);
    });
    return found;
}

std::size_t list_bits(const std::uint8_t* column, std::size_t size, std::uint8_t bits, std::uint32_t* rows) {
    std::size_t found = 0;
    over_rows(size, [&](auto d, std::size_t row) HWY_ATTR {
        found += note_rows(d, truth(d, hn::And(read(d, column + row), integer(d, bits)) != integer(d, 0)), row, rows + found);
    });
    return found;
}

std::size_t list_equal(const std::uint8_t* column, std::size_t size, std::uint8_t value, std::uint32_t* rows) {
    std::size_t found = 0;
    over_rows(size, [&](auto d, std::size_t row) HWY_ATTR {
        found += note_rows(d, truth(d, read(d, column + row) == integer(d, value)), row, rows + found);
    });
    return found;
}

std::size_t list_members_of(const std::uint32_t* household, std::size_t size, const std::int32_t* marked, std::uint32_t* rows) {
    std::size_t found = 0;
    over_rows(size, [&](auto d, std::size_t row) HWY_ATTR {
        found += note_rows(d, truth(d, look_up(d, marked, read(d, household + row)) != integer(d, 0)), row, rows + found);
    });
    return found;
}

void renumber_all(std::uint32_t* numbers, std::size_t size, const std::int32_t* new_number) {
    over_rows(size, [&](auto d, std::size_t row) HWY_ATTR {
        write(d, reinterpret_cast<std::int32_t*>(numbers) + row, look_up(d, new_number, read(d, numbers + row)));
    });
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {

HWY_EXPORT(list_of_ages);
HWY_EXPORT(list_bits);
HWY_EXPORT(list_equal);
HWY_EXPORT(list_members_of);
HWY_EXPORT(renumber_all);

std::span<const std::uint32_t> find_of_ages(const PersonColumns& people, int year, AgeRange range) {
    thread_local Column<std::uint32_t> rows;
    if (rows.size() < people.size()) rows.resize(people.size());
    return {rows.data(), HWY_DYNAMIC_DISPATCH(list_of_ages)(people, year, range, rows.data())};
}
std::span<const std::uint32_t> find_bits(std::span<const std::uint8_t> column, std::uint8_t bits) {
    thread_local Column<std::uint32_t> rows;
    if (rows.size() < column.size()) rows.resize(column.size());
    return {rows.data(), HWY_DYNAMIC_DISPATCH(list_bits)(column.data(), column.size(), bits, rows.data())};
}
std::span<const std::uint32_t> find_role(const PersonColumns& people, Role role) {
    thread_local Column<std::uint32_t> rows;
    if (rows.size() < people.size()) rows.resize(people.size());
    const auto* const roles = reinterpret_cast<const std::uint8_t*>(people.role.data());
    return {rows.data(), HWY_DYNAMIC_DISPATCH(list_equal)(roles, people.size(), static_cast<std::uint8_t>(role), rows.data())};
}
std::span<const std::uint32_t> find_members(const PersonColumns& people, const Column<std::int32_t>& marked) {
    thread_local Column<std::uint32_t> rows;
    if (rows.size() < people.size()) rows.resize(people.size());
    return {rows.data(), HWY_DYNAMIC_DISPATCH(list_members_of)(people.household.data(), people.size(), marked.data(), rows.data())};
}
void renumber(Column<std::uint32_t>& numbers, const Column<std::uint32_t>& new_number) {
    HWY_DYNAMIC_DISPATCH(renumber_all)(numbers.data(), numbers.size(), reinterpret_cast<const std::int32_t*>(new_number.data()));
}

}  // namespace spires
#endif
