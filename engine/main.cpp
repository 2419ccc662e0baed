#include <iostream>

#include "version.hpp"

int main() {
    std::cout << "spires " << spires::version << ", commit " << spires::commit << ", "
              << spires::compiler << '\n';
    return 0;
}
