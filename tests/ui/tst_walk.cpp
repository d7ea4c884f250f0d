// SPDX-License-Identifier: MIT
#include "ui/walk/walk.h"

int main(int argc, char *argv[])
{
    return Walk::run(argc, argv, 1);
}
