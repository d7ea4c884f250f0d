// SPDX-License-Identifier: MIT
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <cstdio>

// Draws an SVG file as a square PNG file: DRAWING SIZE PICTURE. Runs while building, without a
// display.

int main(int argc, char *argv[])
{
    if (argc != 4)
        return 2;
    const QString drawing = QString::fromLocal8Bit(argv[1]);
    const int size = QByteArray(argv[2]).toInt();
    QSvgRenderer renderer(drawing);
    QImage picture(size, size, QImage::Format_ARGB32_Premultiplied);
    if (!renderer.isValid() || picture.isNull()) {
        std::fprintf(stderr, "%s cannot be drawn at %s\n", argv[1], argv[2]);
        return 1;
    }
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    renderer.render(&painter);
    painter.end();
    return picture.save(QString::fromLocal8Bit(argv[3]), "PNG") ? 0 : 1;
}
