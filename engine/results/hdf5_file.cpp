#include "results/hdf5_file.hpp"

#include "results/hdf5_driver.hpp"

#include <hdf5_hl.h>

#include <algorithm>
#include <limits>

namespace spires::hdf5 {

namespace {

constexpr unsigned creation_order = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;

void check(herr_t status, const char* function) {
    if (status < 0) throw H5::Exception(function, "failed");
}

void keep_order_of_attributes(hid_t properties) {
    check(H5Pset_attr_creation_order(properties, creation_order), "H5Pset_attr_creation_order");
    // All attributes in the object's header: small, and readable in a browser by jsfive.
    check(H5Pset_attr_phase_change(properties, 1000, 0), "H5Pset_attr_phase_change");
    check(H5Pset_obj_track_times(properties, false), "H5Pset_obj_track_times");
}

void keep_order_of_links(hid_t properties) {
    check(H5Pset_link_creation_order(properties, creation_order), "H5Pset_link_creation_order");
}

H5::DSetCreatPropList plain() {
    H5::DSetCreatPropList properties;
    keep_order_of_attributes(properties.getId());
    return properties;
}

H5::DSetCreatPropList compressed(const Shape& chunk) {
    H5::DSetCreatPropList properties = plain();
    properties.setChunk(static_cast<int>(chunk.size()), chunk.data());
    properties.setShuffle();
    properties.setDeflate(1);
    properties.setFletcher32();
    return properties;
}

H5::DataSpace space_of(const Shape& shape) { return H5::DataSpace(static_cast<int>(shape.size()), shape.data()); }

H5::DataSet write(const H5::Group& group, const std::string& name, const void* values, const H5::PredType& memory,
                  const H5::PredType& type, const Shape& shape, const H5::DSetCreatPropList& properties) {
    H5::DataSet dataset = group.createDataSet(name, type, space_of(shape), properties);
    dataset.write(values, memory);
    return dataset;
}

H5::StrType exact_text(std::size_t length) {
    H5::StrType type(H5::PredType::C_S1, length);
    type.setCset(H5T_CSET_UTF8);
    type.setStrpad(H5T_STR_NULLPAD);
    return type;
}

H5::StrType any_text() {
    H5::StrType type(H5::PredType::C_S1, H5T_VARIABLE);
    type.setCset(H5T_CSET_UTF8);
    return type;
}

}  // namespace

H5::H5File create_file(const std::filesystem::path& file) {
    H5::Exception::dontPrint();
    const H5::FileCreatPropList creation;
    keep_order_of_links(creation.getId());
    keep_order_of_attributes(creation.getId());
    const H5::FileAccPropList access;
    check(H5Pset_libver_bounds(access.getId(), H5F_LIBVER_V18, H5F_LIBVER_V110), "H5Pset_libver_bounds");
    check(H5Pset_cache(access.getId(), 0, 521, 0, 0.75), "H5Pset_cache");  // each chunk is written once and whole
    use_forgiving_driver(access.getId());
    return H5::H5File(file.string(), H5F_ACC_TRUNC, creation, access);
}

H5::Group create_group(const H5::Group& parent, const std::string& name) {
    // The C++ call takes no list of properties, and a group with times is another file every second.
    const H5::PropList properties(H5P_GROUP_CREATE);
    keep_order_of_links(properties.getId());
    keep_order_of_attributes(properties.getId());
    const hid_t id = H5Gcreate2(parent.getId(), name.c_str(), H5P_DEFAULT, properties.getId(), H5P_DEFAULT);
    check(id < 0 ? -1 : 0, "H5Gcreate2");
    H5::Group group(id);  // counts as a second holder
    H5Gclose(id);
    return group;
}

void set_attribute(const H5::H5Object& object, const std::string& name, std::string_view text) {
    if (text.empty()) return;
    const H5::StrType type = exact_text(text.size());
    object.createAttribute(name, type, H5::DataSpace(H5S_SCALAR)).write(type, text.data());
}

void set_attribute(const H5::H5Object& object, const std::string& name, std::int32_t number) {
    object.createAttribute(name, H5::PredType::STD_I32LE, H5::DataSpace(H5S_SCALAR))
        .write(H5::PredType::NATIVE_INT32, &number);
}

std::string text_attribute(const H5::H5Object& object, const std::string& name) {
    if (!object.attrExists(name)) return "";
    std::string text;
    const H5::Attribute attribute = object.openAttribute(name);
    attribute.read(attribute.getStrType(), text);
    return text;
}

H5::DataSet write_texts(const H5::Group& group, const std::string& name, const std::vector<std::string>& texts) {
    std::vector<const char*> pointers;
    for (const std::string& text : texts) pointers.push_back(text.c_str());
    H5::DataSet dataset = group.createDataSet(name, any_text(), space_of({pointers.size()}), plain());
    dataset.write(pointers.data(), any_text());
    return dataset;
}

std::vector<std::string> read_texts(const H5::DataSet& dataset) {
    std::vector<char*> pointers(shape_of(dataset).at(0), nullptr);
    dataset.read(pointers.data(), any_text());
    std::vector<std::string> texts;
    for (const char* text : pointers) texts.emplace_back(text == nullptr ? "" : text);
    const H5::DataSpace space = dataset.getSpace();
    H5::DataSet::vlenReclaim(pointers.data(), any_text(), space);
    return texts;
}

H5::DataSet write_numbers(const H5::Group& group, const std::string& name, std::span<const double> values,
                          const Shape& shape, const Shape& chunk) {
    constexpr double fill = std::numeric_limits<double>::quiet_NaN();
    const H5::DSetCreatPropList properties = compressed(chunk);
    properties.setFillValue(H5::PredType::NATIVE_DOUBLE, &fill);
    H5::DataSet dataset = write(group, name, values.data(), H5::PredType::NATIVE_DOUBLE, H5::PredType::IEEE_F64LE,
                                shape, properties);
    dataset.createAttribute("_FillValue", H5::PredType::IEEE_F64LE, space_of({1}))
        .write(H5::PredType::NATIVE_DOUBLE, &fill);
    return dataset;
}

H5::DataSet write_numbers(const H5::Group& group, const std::string& name, std::span<const std::int64_t> values,
                          const Shape& shape, const Shape& chunk) {
    return write(group, name, values.data(), H5::PredType::NATIVE_INT64, H5::PredType::STD_I64LE, shape,
                 compressed(chunk));
}

H5::DataSet write_numbers(const H5::Group& group, const std::string& name, std::span<const std::int32_t> values,
                          const Shape& shape, const Shape& chunk) {
    return write(group, name, values.data(), H5::PredType::NATIVE_INT32, H5::PredType::STD_I32LE, shape,
                 compressed(chunk));
}

H5::DataSet write_bytes(const H5::Group& group, const std::string& name, std::string_view bytes) {
    // A mebibyte a piece, so that a large table needs no large buffer.
    const hsize_t piece = std::min<hsize_t>(bytes.size(), hsize_t{1} << 20);
    return write(group, name, bytes.data(), H5::PredType::NATIVE_UINT8, H5::PredType::STD_U8LE, {bytes.size()},
                 compressed({piece}));
}

std::vector<double> read_numbers(const H5::DataSet& dataset) {
    std::vector<double> values(static_cast<std::size_t>(dataset.getSpace().getSimpleExtentNpoints()));
    dataset.read(values.data(), H5::PredType::NATIVE_DOUBLE);
    return values;
}

Shape shape_of(const H5::DataSet& dataset) {
    const H5::DataSpace space = dataset.getSpace();
    Shape shape(static_cast<std::size_t>(space.getSimpleExtentNdims()));
    space.getSimpleExtentDims(shape.data());
    return shape;
}

void make_scale(const H5::DataSet& dataset, const std::string& name) {
    check(H5DSset_scale(dataset.getId(), name.c_str()), "H5DSset_scale");
}

void attach_scales(const H5::DataSet& dataset, const std::vector<H5::DataSet>& scales) {
    for (unsigned dimension = 0; dimension < scales.size(); ++dimension) {
        check(H5DSattach_scale(dataset.getId(), scales[dimension].getId(), dimension), "H5DSattach_scale");
    }
}

}  // namespace spires::hdf5
