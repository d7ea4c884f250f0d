// SPDX-License-Identifier: MIT
#include <QApplication>
#include <QWidget>

// The least a Qt Widgets program can be: what Fairlead is measured against.

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QWidget window;
    window.resize(1100, 720);
    window.show();
    return QApplication::exec();
}
