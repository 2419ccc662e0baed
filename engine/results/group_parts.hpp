#pragma once
// What groups with axes of their own share: scales of words, and numbers along scales.

#include "results/hdf5_file.hpp"

namespace spires::hdf5 {

/// Words that are the scale of their own dimension, told in words unless its name says enough.
H5::DataSet write_text_scale(const H5::Group& group, const std::string& name, const std::vector<std::string>& texts, const char* long_name = "");
/// Numbers along scales, one piece for each point of the first.
void write_along(const H5::Group& group, const std::string& name, const char* units, const char* long_name, const std::vector<double>& values,
                 const std::vector<H5::DataSet>& scales);

}  // namespace spires::hdf5
