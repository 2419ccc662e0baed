#include "results/group_parts.hpp"

namespace spires::hdf5 {

H5::DataSet write_text_scale(const H5::Group& group, const std::string& name, const std::vector<std::string>& texts, const char* long_name) {
    H5::DataSet scale = write_texts(group, name, texts);
    set_attribute(scale, "long_name", long_name);
    make_scale(scale, name);
    return scale;
}

void write_along(const H5::Group& group, const std::string& name, const char* units, const char* long_name, const std::vector<double>& values,
                 const std::vector<H5::DataSet>& scales) {
    Shape shape;
    for (const auto& scale : scales) shape.push_back(shape_of(scale).at(0));
    Shape chunk = shape;
    chunk[0] = 1;
    const H5::DataSet dataset = write_numbers(group, name, values, shape, chunk);
    set_attribute(dataset, "units", units);
    set_attribute(dataset, "long_name", long_name);
    attach_scales(dataset, scales);
}

}  // namespace spires::hdf5
