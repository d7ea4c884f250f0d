// SPDX-License-Identifier: MIT
#include <QApplication>
#include <QLabel>

// The least a Qt Widgets program can be: what Fairlead is measured against. It says a word, as a
// program that shows no text at all loads no fonts, which is half of what a start costs.

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QLabel window(QStringLiteral("Bare"));
    window.resize(1100, 720);
    window.show();
    return QApplication::exec();
}
