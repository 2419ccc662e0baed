#pragma once

/// Times the plain yearly step, written the obvious way, on one thread.
/// A synthetic city of `people` lives for `years`; making it is not timed.
/// @return nanoseconds for a person-year, births and arrivals counted from the year after.
double yardstick_ns_per_person_year(int people, int years);
