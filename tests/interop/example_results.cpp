// Writes the example that the scripts beside this program read: example_results FILE

#include "core/error.hpp"
#include "support/example_results.hpp"

#include <iostream>

int main(int count, char** words) {
    if (count != 2) {
        std::cerr << "usage: example_results FILE\n";
        return 64;
    }
    try {
        spires::example::write(words[1]);
        return 0;
    } catch (const spires::UserError& error) {
        std::cerr << error.what() << '\n';
        return static_cast<int>(error.code());
    }
}
