// Writes the example that the scripts beside this program read: example_results FILE

#include "support/example_results.hpp"

#include <iostream>

int main(int count, char** words) {
    if (count != 2) {
        std::cerr << "usage: example_results FILE\n";
        return 64;
    }
    spires::example::write(words[1]);
    return 0;
}
